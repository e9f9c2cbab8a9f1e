'use client';

import type { Message } from '@parley/realtime/shapes';
import { type FocusEvent, type KeyboardEvent, type MouseEvent, type PointerEvent as OverEvent, useMemo } from 'react';
import { useSync } from '../../sync/sync-provider.tsx';
import type { MessageActions } from '../message/message-actions.tsx';
import { messageRights } from '../message/message-actions.tsx';
import { actByKey, messageShortcuts, moveByKey } from '../message/message-keys.ts';
import { useAnsweredKeys } from '../shortcuts/shortcuts-provider.tsx';
import { foldedAt, gatheredAt } from './gathered-rows.ts';
import type { RowFocus } from './row-focus.ts';
import type { TimelineRow } from './timeline-rows.ts';
import type { TimelineScroll } from './timeline-scroll.ts';

export interface RowKeys {
  onKeyDown(event: KeyboardEvent): void;
  onFocus(event: FocusEvent): void;
  onBlur(event: FocusEvent): void;
  onPointerOver(event: OverEvent): void;
  /** A tap on a message shows its actions, where there is nothing to point with. */
  onClick(event: MouseEvent): void;
  onPointerLeave(): void;
}

export interface RowKeysOptions {
  scroll: TimelineScroll;
  focus: RowFocus;
  actions: MessageActions;
  /** Shows messages that are folded away. */
  unfold: (messages: readonly Message[]) => void;
  /** Back to where one writes. */
  onLeave: () => void;
}

const rowOf = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null;

export interface UseRowKeysOptions extends Omit<RowKeysOptions, 'onLeave'> {
  /** The conversation's `talkKey`. */
  talk: string;
}

/** `rowKeys` in a conversation; Escape leads back to the composer. */
export function useRowKeys({ talk, scroll, focus, actions, unfold }: UseRowKeysOptions): RowKeys {
  const { commands } = useSync();
  useAnsweredKeys(messageShortcuts);
  return useMemo(() => {
    const onLeave = () => commands.emit(talk, { type: 'focusComposer' });
    return rowKeys({ scroll, focus, actions, unfold, onLeave });
  }, [commands, talk, scroll, focus, actions, unfold]);
}

/** Arrow keys move between messages, letters act on the one with the focus; pointing at one shows its actions. */
function rowKeys({ scroll, focus, actions, unfold, onLeave }: RowKeysOptions): RowKeys {
  function indexOf(element: HTMLElement): number {
    const key = element.dataset.row ?? '';
    for (let index = scroll.range.start; index < scroll.range.end; index += 1) {
      if (scroll.layout.rows.at(index)?.key === key) return index;
    }
    return -1;
  }
  function moveTo(from: number, wanted: number): void {
    const last = scroll.layout.rows.count - 1;
    let index = Math.max(0, Math.min(last, wanted));
    // What a later row speaks for is not there to be seen.
    while (index > 0 && index < last && gatheredAt(scroll.layout, index) === 'spokenFor')
      index += index < from ? -1 : 1;
    const row = scroll.layout.rows.at(index);
    const element = row && scroll.elementOf(row.key);
    element?.focus({ preventScroll: true });
    element?.scrollIntoView({ block: 'nearest' });
  }
  function onRowKey(event: KeyboardEvent, element: HTMLElement): boolean {
    const index = indexOf(element);
    const row = scroll.layout.rows.at(index);
    if (!row) return false;
    const folded = foldedAt(scroll.layout, index);
    const move = moveByKey(event.key);
    if (move) moveTo(index, move(index, scroll.range));
    else if (event.key === 'Escape') onLeave();
    else if (folded) return event.key === 'Enter' && unfold(folded) === undefined;
    else return actOn(row, event.key, actions);
    return true;
  }
  return {
    onKeyDown(event) {
      const element = rowOf(event.target);
      const modified = event.ctrlKey || event.metaKey || event.altKey;
      if (event.defaultPrevented || modified || element === null || event.target !== element) return;
      if (onRowKey(event, element)) event.preventDefault();
    },
    onFocus: (event) => {
      const focused = rowOf(event.target)?.dataset.row ?? null;
      focus.set(focused === null ? { focused } : { focused, tabStop: focused });
    },
    onBlur: (event) => {
      if (rowOf(event.relatedTarget)?.dataset.row !== focus.state.focused) focus.set({ focused: null });
    },
    onPointerOver: (event) => {
      if (event.pointerType !== 'touch') focus.set({ hovered: rowOf(event.target)?.dataset.row ?? null });
    },
    onClick: ({ nativeEvent, target }) => {
      const tapped = nativeEvent instanceof PointerEvent && nativeEvent.pointerType === 'touch';
      if (!tapped || (target instanceof Element && target.closest('a, button, textarea'))) return;
      const key = rowOf(target)?.dataset.row ?? null;
      focus.set({ hovered: focus.state.hovered === key ? null : key });
    },
    onPointerLeave: () => focus.set({ hovered: null }),
  };
}

function actOn(row: TimelineRow, key: string, actions: MessageActions): boolean {
  if (row.waiting || row.message.deletedAt) return false;
  return actByKey(key, row.message, { actions, rights: messageRights(row.message, actions.viewer) });
}
