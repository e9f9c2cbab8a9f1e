import { expect, test } from 'vitest';
import { continueList } from './continue-list.ts';
import type { FieldEdit } from './text-formats.ts';

const edited = (text: string, { from, to, insert }: FieldEdit) => text.slice(0, from) + insert + text.slice(to);
const after = (text: string) => {
  const edit = continueList(text, text.length);
  return edit && edited(text, edit);
};

test.each([
  ['- one', '- one\n- '],
  ['  * one', '  * one\n  * '],
  ['9. nine', '9. nine\n10. '],
  ['2) two', '2) two\n3) '],
  ['- [x] done', '- [x] done\n- [ ] '],
  ['> said', '> said\n> '],
  ['- one\n- ', '- one\n'],
  ['- [ ] ', ''],
])('%j goes on as %j', (text, expected) => expect(after(text)).toBe(expected));

test.each(['one', '-one', '```\n- one', '1.5 times', ''])('%j is no list', (text) => expect(after(text)).toBeNull());
