'use client';

import { EmojiByName } from '../message/markdown/emoji-by-name.tsx';

/** An emoji as it is stored: of Unicode, or `:name:` of the workspace's own, which is drawn as its picture. */
export function EmojiSign({ emoji }: { emoji: string }) {
  return emoji.startsWith(':') ? <EmojiByName text={emoji} /> : emoji;
}
