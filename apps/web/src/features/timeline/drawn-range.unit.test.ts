import { expect, test } from 'vitest';
import { LIVE } from '../../sync/channel-log.ts';
import { seqListOf } from '../../sync/seq-list.ts';
import { message, person } from '../../sync/testing/model-channel.ts';
import { covers, firstRange, fitRange } from './drawn-range.ts';
import { RowLayout } from './row-layout.ts';
import { timelineRows } from './timeline-rows.ts';

/** A layout of rows of 50 px. */
function layoutOf(count: number): RowLayout {
  const items = seqListOf(
    Array.from({ length: count }, (_, index) => message(index + 1, { author: person(index % 2) })),
  );
  const span = { from: 0, through: LIVE, items, olderCursor: null, newerCursor: null };
  const layout = new RowLayout();
  layout.sync(timelineRows(span, [], person(1)), { timeZone: 'UTC', dividerSeq: null });
  for (let index = 0; index < count; index += 1) layout.measure(index, 50);
  return layout;
}

test('it draws what is shown with some beyond, and not all', () => {
  const layout = layoutOf(2_000);
  const shown = { top: 50_000, bottom: 50_900 };
  const range = fitRange(layout, { start: 0, end: 0, follows: false }, shown);
  expect(covers(layout, range, shown)).toBe(true);
  expect(range.end - range.start).toBeLessThan(100);
  expect(firstRange(layout)).toEqual({ start: 1_960, end: 2_000 });
});

test('a little scrolling draws nothing new, much does', () => {
  const layout = layoutOf(2_000);
  const drawn = fitRange(layout, { start: 0, end: 0, follows: false }, { top: 50_000, bottom: 50_900 });
  const near = { top: 49_500, bottom: 50_400 };
  expect(fitRange(layout, { ...drawn, follows: false }, near)).toEqual(drawn);
  const far = { top: 40_000, bottom: 40_900 };
  expect(covers(layout, drawn, far)).toBe(false);
  expect(covers(layout, fitRange(layout, { ...drawn, follows: false }, far), far)).toBe(true);
});

test('at the end new rows join those drawn; away from it they do not', () => {
  const shown = { top: 99_100, bottom: 100_040 };
  const drawn = fitRange(layoutOf(2_000), { start: 0, end: 0, follows: true }, shown);
  const grown = layoutOf(2_003);
  expect(fitRange(grown, { ...drawn, follows: true }, { top: 99_250, bottom: 100_190 })).toEqual({
    start: drawn.start,
    end: 2_003,
  });
  const away = fitRange(grown, { start: 1_000, end: 1_100, follows: false }, { top: 51_000, bottom: 51_900 });
  expect(away).toEqual({ start: 1_000, end: 1_100 });
});

test('at the end all that is new is drawn at once, and what it pushed far up is let go', () => {
  const drawn = fitRange(layoutOf(2_000), { start: 0, end: 0, follows: true }, { top: 99_100, bottom: 100_000 });
  const burst = fitRange(layoutOf(2_040), { ...drawn, follows: true }, { top: 101_100, bottom: 102_000 });
  expect(burst).toEqual({ start: drawn.start, end: 2_040 });
  const flood = fitRange(layoutOf(2_300), { ...burst, follows: true }, { top: 114_100, bottom: 115_000 });
  expect(flood.end).toBe(2_300);
  expect(flood.end - flood.start).toBeLessThan(60);
  expect(burst.end - burst.start).toBeGreaterThan(60);
});

test.each([0, 1, 3])('%i rows are drawn wholly', (count) => {
  const range = fitRange(layoutOf(count), { start: 0, end: 0, follows: true }, { top: -800, bottom: 100 });
  expect(range).toEqual({ start: 0, end: count });
});
