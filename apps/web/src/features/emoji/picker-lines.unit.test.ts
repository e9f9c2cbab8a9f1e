import { expect, test } from 'vitest';
import type { EmojiIndex } from './emoji-index.ts';
import { loadEmoji } from './load-emoji.ts';
import { COLUMNS, emojiAt, firstPlace, type PickerLine, pickerLines, placeAfter } from './picker-lines.ts';

const index: EmojiIndex = await loadEmoji();
const all = pickerLines(index, '', ['🎉', '👍🏽']);

test('what was used most comes first, as it was used', () => {
  expect(all[0]).toEqual({ type: 'heading', label: 'Used most' });
  expect(emojiAt(all, { line: 1, column: 0 })?.unicode).toBe('🎉');
  expect(emojiAt(all, { line: 1, column: 1 })?.unicode).toBe('👍🏽');
  expect(
    pickerLines(index, 'tada', ['👍']).flatMap((line) => (line.type === 'emoji' ? line.emoji : []))[0]?.unicode,
  ).toBe('🎉');
  expect(pickerLines(index, 'zzzzzz', ['👍'])).toEqual([]);
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
