import { describe, expect, test } from 'vitest';
import { inOpenFence, type KeyPress, keyMeaning, writingShortcuts } from './composer-keys.ts';
import { formatOfKeys, formatShortcuts } from './formatting-bar.tsx';

const plain: KeyPress = {
  key: 'Enter',
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  isComposing: false,
  keyCode: 13,
};
const writing = { text: 'hello', caret: 5, enterSends: true };
const press = (keys: Partial<KeyPress>) => ({ ...plain, ...keys });

describe('Enter', () => {
  test.each([
    ['sends', {}, writing, 'send'],
    ['with Shift breaks the line', { shiftKey: true }, writing, null],
    ['with Ctrl always sends', { ctrlKey: true }, { ...writing, enterSends: false }, 'send'],
    ['breaks the line when swapped', {}, { ...writing, enterSends: false }, null],
    ['with Shift sends when swapped', { shiftKey: true }, { ...writing, enterSends: false }, 'send'],
    ['adds a line in an open code fence', {}, { ...writing, text: '```\nx', caret: 5 }, null],
    ['with Ctrl sends from an open code fence', { ctrlKey: true }, { ...writing, text: '```\nx', caret: 5 }, 'send'],
    ['sends behind a closed code fence', {}, { ...writing, text: '```\nx\n```', caret: 9 }, 'send'],
    ['never sends while an input method is at work', { isComposing: true }, writing, null],
    ['nor in browsers that only say so by the key code', { keyCode: 229 }, writing, null],
  ] as const)('%s', (_, keys, where, meaning) => expect(keyMeaning(press(keys), where)).toBe(meaning));
});

test('Up edits the last message only from an empty field', () => {
  expect(keyMeaning(press({ key: 'ArrowUp' }), { ...writing, text: '' })).toBe('editLast');
  expect(keyMeaning(press({ key: 'ArrowUp' }), writing)).toBeNull();
  expect(keyMeaning(press({ key: 'ArrowUp', shiftKey: true }), { ...writing, text: '' })).toBeNull();
});

test.each([
  ['```', true],
  ['```ts', true],
  ['a ``` b', false],
  ['```code```', false],
  ['~~~\n```\n', true],
  ['````\n```\n', true],
  ['```\n```\n```', true],
])('%j leaves a fence open: %s', (text, open) => expect(inOpenFence(text, text.length)).toBe(open));

const signs: Record<string, string> = { enter: 'Enter', up: 'ArrowUp', escape: 'Escape' };

function pressOf(keys: string): KeyPress & { code: string } {
  const parts = keys.split('+');
  const last = parts.at(-1) ?? '';
  return {
    ...plain,
    key: signs[last] ?? last,
    code: /^\d$/.test(last) ? `Digit${last}` : `Key${last.toUpperCase()}`,
    keyCode: 0,
    ctrlKey: parts.includes('mod'),
    shiftKey: parts.includes('shift'),
  };
}

describe('what the sheet of shortcuts says of writing', () => {
  test.each(formatShortcuts)('$label is answered', ({ keys }) => expect(formatOfKeys(pressOf(keys[0]))).not.toBeNull());

  test.each([true, false])('is so when Enter sends: %s', (enterSends) => {
    const meanings = writingShortcuts(enterSends).map(({ label, keys }) => {
      const text = label.startsWith('Edit') ? '' : 'hello';
      return [label, keyMeaning(pressOf(keys[0]), { text, caret: text.length, enterSends })];
    });
    expect(meanings).toEqual([
      ['Send', 'send'],
      ['New line', null],
      ['Send, also from a block of code', 'send'],
      ['Mark the channel as read', 'leave'],
      ['Edit my last message, in an empty field', 'editLast'],
    ]);
  });
});
