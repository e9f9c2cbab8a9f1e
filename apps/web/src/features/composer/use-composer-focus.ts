'use client';

import { type RefObject, useEffect } from 'react';
import { isWaking } from '../shell/early-input.ts';

const takesText = 'input, textarea, select, [contenteditable], [role="dialog"], [role="menu"], [data-row]';

/** What takes text keeps the focus; and so does anything that got it while the page was still coming alive. */
function isTaken(active: Element | null): boolean {
  if (isWaking() && active !== null && active !== document.body) return true;
  return Boolean(active?.closest(takesText));
}

/** Puts the cursor into the field when a channel is opened with a mouse at hand, and when somebody begins to type. */
export function useComposerFocus(field: RefObject<HTMLTextAreaElement | null>): void {
  useEffect(() => {
    if (matchMedia('(pointer: fine)').matches && !isTaken(document.activeElement)) {
      field.current?.focus({ preventScroll: true });
    }
    const onKeyDown = (event: KeyboardEvent) => {
      const typed = event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey;
      const elsewhere = event.target instanceof Element && event.target.closest(takesText);
      if (typed && !elsewhere && !event.defaultPrevented) field.current?.focus({ preventScroll: true });
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [field]);
}
