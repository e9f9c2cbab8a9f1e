'use client';

import clsx from 'clsx';
import { useEffect, useEffectEvent, useImperativeHandle, useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import type { CompletionItem } from './completion-item.ts';
import type { CompletionListProps } from './completion-list.tsx';

export interface CompletionOptionsProps extends CompletionListProps {
  readonly label: string;
  readonly items: readonly CompletionItem[];
  /** Whether what is typed is whole already, so that Enter goes on instead of completing. */
  readonly isWhole?: boolean;
}

/** In px. */
const GAP = 6;
const LEAST_ROOM = 180;

/** The options above the field, or below it where there is more room. */
export function CompletionOptions(props: CompletionOptionsProps) {
  const { ref, id, items, label, trigger, anchor, onActive, onChoose, isWhole = false } = props;
  const [chosen, setChosen] = useState({ query: trigger.query, index: 0 });
  const index = chosen.query === trigger.query ? Math.min(chosen.index, items.length - 1) : 0;
  const panel = useRef<HTMLDivElement>(null);
  const active = items[index];
  const activeId = active ? optionId(id, active) : null;
  const move = (to: number) => setChosen({ query: trigger.query, index: to });

  useImperativeHandle(ref, () => ({
    press: (key) => {
      if (!active) return false;
      if (key === 'ArrowDown') move((index + 1) % items.length);
      else if (key === 'ArrowUp') move((index - 1 + items.length) % items.length);
      else if (key === 'Enter' && isWhole) return false;
      else onChoose(active);
      return true;
    },
  }));
  const tell = useEffectEvent(onActive);
  useEffect(() => {
    tell(activeId);
    if (activeId) document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' });
  }, [activeId]);
  useEffect(() => () => tell(null), []);
  useLayoutEffect(() => {
    const element = panel.current;
    const room = anchor()?.getBoundingClientRect();
    if (element && room) place(element, room);
  });

  if (!active) return null;
  return createPortal(
    <div ref={panel} className="panel fixed z-menu flex max-h-76 max-w-130 flex-col overflow-y-auto p-1">
      <div role="listbox" id={id} aria-label={label}>
        {items.map((item) => (
          <Option
            key={item.key}
            id={optionId(id, item)}
            item={item}
            active={item === active}
            onPoint={() => move(items.indexOf(item))}
            onPress={() => onChoose(item)}
          />
        ))}
      </div>
      <p role="status" className="sr-only">
        {items.length === 1 ? '1 suggestion' : `${items.length} suggestions`}
      </p>
    </div>,
    document.body,
  );
}

const optionId = (listId: string, { key }: CompletionItem) => `${listId}-${key}`;

function place({ style }: HTMLElement, room: DOMRect): void {
  const above = room.top > LEAST_ROOM;
  style.left = `${room.left}px`;
  style.width = `${room.width}px`;
  style.top = above ? 'auto' : `${room.bottom + GAP}px`;
  style.bottom = above ? `${window.innerHeight - room.top + GAP}px` : 'auto';
}

interface OptionProps {
  readonly id: string;
  readonly item: CompletionItem;
  readonly active: boolean;
  readonly onPoint: () => void;
  readonly onPress: () => void;
}

function Option({ id, item, active, onPoint, onPress }: OptionProps) {
  return (
    <button
      type="button"
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={active}
      // The field keeps its focus.
      onMouseDown={(event) => event.preventDefault()}
      onPointerMove={active ? undefined : onPoint}
      onClick={onPress}
      className={clsx(
        'touch-row flex h-9 w-full shrink-0 cursor-pointer items-center gap-2.5 rounded-md px-2 text-left outline-none',
        active && 'bg-accent-soft',
      )}
    >
      <span aria-hidden="true" className="grid w-6 shrink-0 place-items-center text-ink-3">
        {item.icon}
      </span>
      <span className="max-w-2/3 shrink-0 truncate font-semibold">{item.label}</span>
      <span className="min-w-0 flex-1 truncate text-ink-3 text-sm">{item.detail}</span>
      {item.note ? <span className="shrink-0 text-ink-3 text-xs">{item.note}</span> : null}
    </button>
  );
}
