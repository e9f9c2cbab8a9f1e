'use client';

import { EmptyState } from '@parley/ui/empty-state';
import { useVirtualizer } from '@tanstack/react-virtual';
import clsx from 'clsx';
import { memo, useCallback, useEffect, useRef } from 'react';
import type { Emoji } from './emoji-index.ts';
import type { PickerLine, PickerPlace } from './picker-lines.ts';
import { inTone } from './skin-tone.ts';

export interface EmojiGridProps {
  id: string;
  lines: readonly PickerLine[];
  /** The emoji that Enter takes. */
  place: PickerPlace;
  tone: number;
  onPlace: (place: PickerPlace) => void;
  onPick: (emoji: Emoji) => void;
}

/** In px; the style sheet says the same. */
const HEADING = 28;
const LINE = 36;

/** The lines of the picker, of which only those in sight are drawn. */
export function EmojiGrid({ id, lines, place, tone, onPlace, onPick }: EmojiGridProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (lines[index]?.type === 'heading' ? HEADING : LINE),
    getItemKey: useCallback((index: number) => `${lines[index]?.label} ${index}`, [lines]),
    overscan: 6,
  });
  // The heading of the first line comes into sight with it.
  useEffect(() => virtual.scrollToIndex(place.line <= 1 ? 0 : place.line, { align: 'auto' }), [virtual, place.line]);
  if (lines.length === 0) {
    return (
      <div className="min-h-0 flex-1">
        <EmptyState level={3} title="No emoji found" text="Try another word." />
      </div>
    );
  }
  return (
    <div ref={scroller} className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-2 pb-1">
      <div id={id} role="listbox" aria-label="Emoji" className="relative" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, key, start }) => {
          const line = lines[index];
          if (!line) return null;
          return (
            <div key={key} className="absolute inset-x-0 top-0" style={{ transform: `translateY(${start}px)` }}>
              {line.type === 'heading' ? (
                <div aria-hidden="true" className="flex h-7 items-center px-1.5 text-ink-3 text-xs">
                  {line.label}
                </div>
              ) : (
                <EmojiLine
                  id={`${id}-${index}`}
                  line={index}
                  label={line.label}
                  emoji={line.emoji}
                  active={place.line === index ? place.column : null}
                  tone={tone}
                  onPlace={onPlace}
                  onPick={onPick}
                />
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

interface EmojiLineProps extends Pick<EmojiGridProps, 'id' | 'tone' | 'onPlace' | 'onPick'> {
  line: number;
  label: string;
  emoji: readonly Emoji[];
  active: number | null;
}

const EmojiLine = memo(function EmojiLine({ id, line, label, emoji, active, tone, onPlace, onPick }: EmojiLineProps) {
  return (
    <div role="group" aria-label={label} className="grid grid-cols-9">
      {emoji.map((each, column) => (
        <button
          key={each.unicode}
          id={`${id}-${column}`}
          type="button"
          role="option"
          tabIndex={-1}
          aria-label={each.label}
          aria-selected={active === column}
          // The words keep the focus.
          onMouseDown={(event) => event.preventDefault()}
          onPointerMove={() => active !== column && onPlace({ line, column })}
          onClick={() => onPick(each)}
          className={clsx(
            'grid h-9 place-items-center rounded-md text-[1.375rem] leading-none',
            active === column && 'bg-ink/8',
          )}
        >
          {inTone(each, tone)}
        </button>
      ))}
    </div>
  );
});
