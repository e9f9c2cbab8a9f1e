'use client';

import { EmptyState } from '@parley/ui/empty-state';
import clsx from 'clsx';
import { memo, useEffect, useRef, useState } from 'react';
import type { Emoji } from './emoji-index.ts';
import { EmojiPicture } from './emoji-picture.tsx';
import { lineTops } from './line-tops.ts';
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

/** Lines are drawn this far beyond what is in sight, in px, and anew after as much scrolling. */
const SPARE = 240;
const IN_SIGHT = 320;

/** The lines of the picker, of which only those in sight are drawn. */
export function EmojiGrid({ id, lines, place, tone, onPlace, onPick }: EmojiGridProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const [from, setFrom] = useState(0);
  const { tops, total } = lineTops(lines);
  const active = tops[place.line] ?? 0;
  useEffect(() => {
    const view = scroller.current;
    if (!view) return;
    // The heading of the first line comes into sight with it.
    const top = place.line <= 1 ? 0 : active;
    const bottom = (tops[place.line + 1] ?? total) - view.clientHeight;
    if (view.scrollTop > top) view.scrollTop = top;
    else if (view.scrollTop < bottom) view.scrollTop = bottom;
  }, [place.line, active, tops, total]);
  if (lines.length === 0) {
    return (
      <div className="min-h-0 flex-1">
        <EmptyState level={3} title="No emoji found" text="Try another word." />
      </div>
    );
  }
  const isDrawn = (top: number): boolean => top >= from - SPARE && top <= from + IN_SIGHT + 2 * SPARE;
  return (
    <div
      ref={scroller}
      id={id}
      role="listbox"
      aria-label="Emoji"
      className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-2 pb-1"
      onScroll={({ currentTarget }) => setFrom(Math.floor(currentTarget.scrollTop / SPARE) * SPARE)}
    >
      <div role="presentation" className="relative" style={{ height: total }}>
        {lines.map((line, index) => {
          const top = tops[index] ?? 0;
          if (!isDrawn(top) && index !== place.line) return null;
          return (
            <div
              key={`${line.label} ${top}`}
              className="absolute inset-x-0 top-0"
              style={{ transform: `translateY(${top}px)` }}
            >
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
    <div role="group" aria-label={label} className="grid grid-cols-9 pointer-coarse:grid-cols-7">
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
            'grid h-9 pointer-coarse:h-11 place-items-center rounded-md text-[1.375rem] leading-none',
            active === column && 'bg-ink/8',
          )}
        >
          {each.url === undefined ? inTone(each, tone) : <EmojiPicture text={each.unicode} url={each.url} />}
        </button>
      ))}
    </div>
  );
});
