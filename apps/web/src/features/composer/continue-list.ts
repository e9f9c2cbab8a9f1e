import { inOpenFence } from './composer-keys.ts';
import type { FieldEdit } from './text-formats.ts';

const item = /^([ \t]*)(?:([-*+])( \[[ xX]\])?|(\d{1,9})([.)])|(>))[ \t]+/;

/** What a line break adds within a list or a quote: the next mark. In an empty item it ends the list. Null elsewhere. */
export function continueList(text: string, caret: number): FieldEdit | null {
  const from = text.lastIndexOf('\n', caret - 1) + 1;
  const found = item.exec(text.slice(from, caret));
  if (!found || inOpenFence(text, caret)) return null;
  const [mark, indent = '', bullet, box, number, stop, quote] = found;
  if (text.slice(from + mark.length, caret).trim() === '')
    return { from, to: caret, insert: '', start: from, end: from };
  const next = quote ?? (bullet ? bullet + (box ? ' [ ]' : '') : `${Number(number) + 1}${stop}`);
  const insert = `\n${indent}${next} `;
  return { from: caret, to: caret, insert, start: caret + insert.length, end: caret + insert.length };
}
