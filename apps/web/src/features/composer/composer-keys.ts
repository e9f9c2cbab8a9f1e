import type { Shortcut } from '../shortcuts/shortcut-list.ts';

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

/** Keys that mean something only without others held down. */
const bareKeys: Readonly<Record<string, BareKey>> = {
  Escape: { meaning: 'leave', shown: 'escape', label: 'Mark the channel as read' },
  ArrowUp: { meaning: 'editLast', shown: 'up', label: 'Edit my last message, in an empty field', inEmpty: true },
};

interface BareKey {
  readonly meaning: KeyMeaning;
  /** As the sheet of shortcuts shows it. */
  readonly shown: string;
  readonly label: string;
  readonly inEmpty?: boolean;
}

/** What the field answers to by itself, for the sheet of shortcuts. */
export function writingShortcuts(enterSends: boolean): readonly Shortcut[] {
  const group = 'While writing';
  return [
    { keys: [enterSends ? 'enter' : 'shift+enter'], label: 'Send', group },
    { keys: [enterSends ? 'shift+enter' : 'enter'], label: 'New line', group },
    { keys: ['mod+enter'], label: 'Send, also from a block of code', group },
    ...Object.values(bareKeys).map(({ shown, label }): Shortcut => ({ keys: [shown], label, group })),
  ];
}

/** What a key means. A key that an input method is at work with never means anything here. */
export function keyMeaning(press: KeyPress, writing: Writing): KeyMeaning {
  if (press.isComposing || press.keyCode === COMPOSING || press.altKey) return null;
  if (press.key === 'Enter') return sends(press, writing) ? 'send' : null;
  const found = bareKeys[press.key];
  if (!found || press.shiftKey || press.ctrlKey || press.metaKey) return null;
  return found.inEmpty && writing.text !== '' ? null : found.meaning;
}

function sends(press: KeyPress, { text, caret, enterSends }: Writing): boolean {
  if (press.ctrlKey || press.metaKey) return true;
  return press.shiftKey !== enterSends && !inOpenFence(text, caret);
}
