'use client';

import { showToast } from '@parley/ui/toast-store';
import { type ClipboardEvent, type KeyboardEvent, useCallback, useRef } from 'react';
import { fenced, LONG_PASTE, pasteMeaning } from './paste.ts';
import { applyEdit } from './text-formats.ts';

/** What is done with what is pasted into a field. `onKeyDown` notes that plain text is wanted. */
export function usePaste() {
  const plainWanted = useRef(false);
  const onKeyDown = useCallback(({ key, shiftKey, ctrlKey, metaKey }: KeyboardEvent) => {
    plainWanted.current = shiftKey && (ctrlKey || metaKey) && key.toLowerCase() === 'v';
  }, []);
  const onPaste = useCallback((event: ClipboardEvent<HTMLTextAreaElement>) => {
    const field = event.currentTarget;
    const pasted = {
      text: event.clipboardData.getData('text/plain'),
      html: event.clipboardData.getData('text/html'),
      files: [...event.clipboardData.files],
    };
    const { value: text, selectionStart: start, selectionEnd: end } = field;
    const meaning = plainWanted.current ? 'plain' : pasteMeaning(pasted, { text, start, end });
    if (!plainWanted.current && pasted.text.length > LONG_PASTE) offerFence(field, pasted.text);
    plainWanted.current = false;
    if (meaning === 'plain') return;
    event.preventDefault();
    if (meaning === 'picture') showToast({ text: 'Pictures can’t be sent yet. Your text is as it was.', key: 'paste' });
    else if (meaning === 'rich') void pasteRich(field, pasted);
    else applyEdit(field, meaning.link);
  }, []);
  return { onKeyDown, onPaste };
}

async function pasteRich(field: HTMLTextAreaElement, { text, html }: { text: string; html: string }): Promise<void> {
  const { selectionStart: from, selectionEnd: to } = field;
  const markdown = await import('./markdown-of-html.ts').then(
    ({ markdownOfHtml }) => markdownOfHtml(html),
    () => text,
  );
  const insert = markdown === '' ? text : markdown;
  applyEdit(field, { from, to, insert, start: from + insert.length, end: from + insert.length });
}

function offerFence(field: HTMLTextAreaElement, pasted: string): void {
  const text = pasted.replaceAll('\r\n', '\n');
  showToast({
    text: 'That is a long text.',
    key: 'paste',
    duration: 15_000,
    action: {
      label: 'Put it in a code block',
      onAction: () => {
        const from = field.value.indexOf(text);
        if (from < 0) return;
        const lineStart = from === 0 || field.value[from - 1] === '\n' ? '' : '\n';
        const insert = lineStart + fenced(text);
        applyEdit(field, {
          from,
          to: from + text.length,
          insert,
          start: from + insert.length,
          end: from + insert.length,
        });
      },
    },
  });
}
