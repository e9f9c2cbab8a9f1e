/** What a key means where a message is written; null leaves it to the field. */
export type KeyMeaning = 'send' | 'editLast' | 'leave' | null;

export interface KeyPress {
  key: string;
  shiftKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  isComposing: boolean;
  keyCode: number;
}

export interface Writing {
  text: string;
  caret: number;
  /** Enter sends and Shift+Enter breaks the line; otherwise the other way round. */
  enterSends: boolean;
}

/** Of a key that an input method is at work with, in browsers that do not say so otherwise. */
const COMPOSING = 229;
const fence = /^ {0,3}(`{3,}|~{3,})([^`]*)$/;

/** Whether the caret stands in a block of code that is open before it. */
export function inOpenFence(text: string, caret: number): boolean {
  let open: string | null = null;
  for (const line of text.slice(0, caret).split('\n')) {
    const marks = fence.exec(line);
    if (!marks?.[1]) continue;
    if (open === null) open = marks[1];
    else if (marks[1].startsWith(open) && marks[2]?.trim() === '') open = null;
  }
  return open !== null;
}

/** What a key means. A key that an input method is at work with never means anything here. */
export function keyMeaning(press: KeyPress, { text, caret, enterSends }: Writing): KeyMeaning {
  if (press.isComposing || press.keyCode === COMPOSING) return null;
  const bare = !press.shiftKey && !press.ctrlKey && !press.metaKey && !press.altKey;
  if (press.key === 'Escape') return bare ? 'leave' : null;
  if (press.key === 'ArrowUp') return bare && text === '' ? 'editLast' : null;
  if (press.key !== 'Enter' || press.altKey) return null;
  if (press.ctrlKey || press.metaKey) return 'send';
  if (press.shiftKey === enterSends || inOpenFence(text, caret)) return null;
  return 'send';
}
