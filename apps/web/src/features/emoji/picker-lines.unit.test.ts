import { expect, test } from 'vitest';
import { customChoices } from './custom-choices.ts';
import type { Emoji } from './emoji-index.ts';
import { COLUMNS } from './grid-measures.ts';
import { loadEmoji } from './load-emoji.ts';
import { emojiAt, firstPlace, type PickerLine, pickerLines, placeAfter } from './picker-lines.ts';

const index = await loadEmoji();
const choice = (custom: Emoji[] = []) => ({ index, custom });
const all = pickerLines(choice(), '', ['🎉', '👍🏽']);

test('what was used most comes first, as it was used', () => {
  expect(all[0]).toEqual({ type: 'heading', label: 'Used most' });
  expect(emojiAt(all, { line: 1, column: 0 })?.unicode).toBe('🎉');
  expect(emojiAt(all, { line: 1, column: 1 })?.unicode).toBe('👍🏽');
  expect(
    pickerLines(choice(), 'tada', ['👍']).flatMap((line) => (line.type === 'emoji' ? line.emoji : []))[0]?.unicode,
  ).toBe('🎉');
  expect(pickerLines(choice(), 'zzzzzz', ['👍'])).toEqual([]);
});

test('arrow keys go from emoji to emoji, over headings, and stay at the edges', () => {
  const start = firstPlace(all);
  expect(start).toEqual({ line: 1, column: 0 });
  const steps = (keys: string[], lines: readonly PickerLine[] = all) =>
    keys.reduce((place, key) => placeAfter(lines, place, key) ?? place, firstPlace(lines));
  expect(steps(['ArrowRight'])).toEqual({ line: 1, column: 1 });
  expect(steps(['ArrowRight', 'ArrowRight'])).toEqual({ line: 3, column: 0 });
  expect(steps(['ArrowRight', 'ArrowRight', 'ArrowLeft'])).toEqual({ line: 1, column: 1 });
  expect(steps(['ArrowDown', 'ArrowDown'])).toEqual({ line: 4, column: 0 });
  expect(steps(['ArrowUp'])).toEqual(start);
  expect(steps(['ArrowDown', ...Array.from({ length: COLUMNS }, () => 'ArrowRight')])).toEqual({ line: 4, column: 0 });
  expect(placeAfter(all, start, 'a')).toBeNull();
});

test('the workspace’s own stand in a group of theirs, once each, and are found by all their names', () => {
  const made = { createdById: 'ana', createdAt: '2026-11-21T09:00:00.000Z' };
  const own = customChoices([
    { id: '1', name: 'parrot', aliasOf: null, url: '/api/emoji/1', ...made },
    { id: '2', name: 'bird_of_party', aliasOf: 'parrot', url: '/api/emoji/1', ...made },
  ]);
  expect(own.map(({ unicode }) => unicode)).toEqual([':parrot:']);
  const lines = pickerLines(choice(own), '', ['🎉', ':parrot:', ':gone:']);
  expect(lines[1]).toMatchObject({ emoji: [{ unicode: '🎉' }, { unicode: ':parrot:', url: '/api/emoji/1' }] });
  expect(lines.slice(2, 4)).toMatchObject([
    { type: 'heading', label: 'This workspace' },
    { emoji: [{ unicode: ':parrot:' }] },
  ]);
  for (const words of ['parro', 'bird_of', ':parrot:']) {
    expect(emojiAt(pickerLines(choice(own), words, []), { line: 1, column: 0 })?.unicode).toBe(':parrot:');
  }
});
