'use client';

import { type KeyboardEvent, type RefObject, useCallback, useId, useRef, useState } from 'react';
import type { CompletionItem, CompletionKeys } from './completion-item.ts';
import { findTrigger, type Trigger } from './find-trigger.ts';
import type { MentionNames } from './mention-names.ts';
import { applyEdit } from './text-formats.ts';

export interface CompletionOptions {
  field: RefObject<HTMLTextAreaElement | null>;
  names: MentionNames;
  /** Whether a text may begin with a command. */
  commands: boolean;
}

const taken = new Set(['ArrowUp', 'ArrowDown', 'Enter', 'Tab']);

/** What can be completed at the caret of a field, and the keys of the list that offers it. */
export function useCompletion({ field, names, commands }: CompletionOptions) {
  const listId = useId();
  const keys = useRef<CompletionKeys>(null);
  const dismissed = useRef<string | null>(null);
  const [trigger, setTrigger] = useState<Trigger | null>(null);
  const [activeId, setActiveId] = useState<string | null>(null);

  const close = useCallback(() => setTrigger(null), []);
  /** To be called when the text or the caret changed. */
  const look = useCallback(() => {
    const element = field.current;
    if (!element) return;
    const { value, selectionStart, selectionEnd } = element;
    const found = selectionStart === selectionEnd ? findTrigger(value, selectionStart) : null;
    const offered = found && (commands || found.kind !== 'command') && !names.beginsWithName(value.slice(found.from));
    const place = found ? `${found.kind} ${found.from}` : null;
    if (place !== dismissed.current) dismissed.current = null;
    setTrigger((known) => {
      const next = offered && dismissed.current === null ? found : null;
      return known && next && known.query === next.query && known.from === next.from && known.kind === next.kind
        ? known
        : next;
    });
  }, [field, names, commands]);

  const choose = useCallback(
    (item: CompletionItem) => {
      const element = field.current;
      if (!element || !trigger) return;
      const shown = item.token === undefined ? (item.insert ?? '') : shownFor(item.token, names);
      const { from, to } = trigger;
      const space = /^\s/.test(element.value.slice(to)) ? '' : ' ';
      const end = from + shown.length + 1;
      applyEdit(element, { from, to, insert: shown + space, start: end, end });
      setTrigger(null);
    },
    [field, trigger, names],
  );

  function onKeyDown({ key, nativeEvent, shiftKey, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
    if (!trigger || !keys.current || nativeEvent.isComposing || shiftKey || ctrlKey || metaKey || altKey) return false;
    if (key === 'Escape') {
      if (activeId === null) return false;
      dismissed.current = `${trigger.kind} ${trigger.from}`;
      setTrigger(null);
      return true;
    }
    return taken.has(key) && keys.current.press(key);
  }
  const open = trigger !== null && activeId !== null;
  return { trigger, listId, activeId, setActiveId, keys, look, close, choose, onKeyDown, open };
}

function shownFor(token: string, names: MentionNames): string {
  return token.startsWith('<!') ? `@${token.slice(2, -1)}` : names.nameFor(token);
}
