import type { Message } from '@parley/realtime/shapes';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LIVE, type Span } from '../../sync/channel-log.ts';
import { seqListOf } from '../../sync/seq-list.ts';
import { message, person } from '../../sync/testing/model-channel.ts';
import { RowLayout } from './row-layout.ts';
import { timelineRows } from './timeline-rows.ts';

const me = person(1);
const rules = { timeZone: 'UTC', dividerSeq: null };

function span(items: readonly Message[]): Span {
  return { from: 0, through: LIVE, items: seqListOf(items), olderCursor: null, newerCursor: null };
}

const rowsOf = (items: readonly Message[], waiting: readonly string[] = []) =>
  timelineRows(
    span(items),
    waiting.map((nonce, order) => ({ nonce, channelId: 'c', body: nonce, order: Date.UTC(2026, 0, 2) + order })),
    me,
  );

const some = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => message(from + index));

/** A layout that came to its rows step by step must agree with one that was made of them at once. */
function expectSame(layout: RowLayout, heights: ReadonlyMap<string, number>): void {
  const fresh = new RowLayout();
  fresh.sync(layout.rows, { ...rules });
  for (let index = 0; index < layout.rows.count; index += 1) {
    const key = layout.rows.at(index)?.key ?? '';
    fresh.measure(index, heights.get(key) ?? -1);
    if (!heights.has(key)) expect.fail(`row ${key} was never measured`);
  }
  for (let index = 0; index <= layout.rows.count; index += 1) expect(layout.top(index)).toBe(fresh.top(index));
}

test('rows that come at either end, and ones that are confirmed, keep the measured heights', () => {
  const steps = fc.array(fc.constantFrom('older', 'newer', 'wait', 'confirm'), { maxLength: 30 });
  fc.assert(
    fc.property(steps, (schedule) => {
      let first = 500;
      let items = some(first, first + 5);
      let waiting: string[] = [];
      const heights = new Map<string, number>();
      const layout = new RowLayout();
      const settle = () => {
        const change = layout.sync(rowsOf(items, waiting), { ...rules });
        for (let index = 0; index < layout.rows.count; index += 1) {
          const key = layout.rows.at(index)?.key ?? '';
          if (!heights.has(key)) heights.set(key, 20 + ((heights.size * 37) % 200));
          layout.measure(index, heights.get(key) ?? 0);
        }
        return change;
      };
      settle();
      for (const step of schedule) {
        const next = 505 + items.length;
        if (step === 'older') first -= 3;
        if (step === 'older') items = [...some(first, first + 3), ...items];
        if (step === 'newer') items = [...items, message(next, { author: person(2) })];
        if (step === 'wait') waiting = [...waiting, `w${next}-${waiting.length}`];
        const nonce = step === 'confirm' ? waiting.shift() : undefined;
        if (nonce) items = [...items, message(next, { nonce, createdAt: '2026-01-02T00:00:01.000Z' })];
        const change = settle();
        expect(change).toEqual({ kind: 'kept', prepended: step === 'older' ? 3 : 0 });
      }
      expectSame(layout, heights);
    }),
    { numRuns: 200 },
  );
});

test('a message keeps its key and its place when it is confirmed, and is never there twice', () => {
  const before = rowsOf(some(1, 4), ['mine', 'later']);
  const after = rowsOf([...some(1, 4), message(4, { nonce: 'mine', author: me })], ['mine', 'later']);
  const keys = (rows: typeof before) => Array.from({ length: rows.count }, (_, index) => rows.at(index)?.key);
  expect(keys(after)).toEqual(keys(before));
  expect(after.at(3)?.waiting).toBeNull();
  expect(before.at(3)?.waiting).not.toBeNull();
});

test('the same message gives the same row, so that it is not drawn again', () => {
  const items = some(1, 4);
  expect(rowsOf(items).at(1)).toBe(rowsOf([...items, message(9)]).at(1));
});

test('a message that comes late finds its place among the newest, and the others keep theirs', () => {
  const layout = new RowLayout();
  const heights = new Map<string, number>();
  const settle = (items: readonly Message[]) => {
    const change = layout.sync(rowsOf(items), { ...rules });
    for (let index = 0; index < layout.rows.count; index += 1) {
      const key = layout.rows.at(index)?.key ?? '';
      if (!heights.has(key)) heights.set(key, 30 + heights.size);
      layout.measure(index, heights.get(key) ?? 0);
    }
    return change;
  };
  settle(some(1, 10));
  settle([...some(1, 10), message(14)]);
  expect(settle([...some(1, 10), message(12), message(14)])).toEqual({ kind: 'kept', prepended: 0 });
  expectSame(layout, heights);
});

test('another piece of history replaces the rows', () => {
  const layout = new RowLayout();
  layout.sync(rowsOf(some(100, 110)), rules);
  expect(layout.sync(rowsOf(some(10, 20)), rules)).toEqual({ kind: 'replaced' });
  expect(layout.indexOfSeq(15)).toBe(5);
});

test('the divider and the names of days have their room', () => {
  const layout = new RowLayout();
  const rows = rowsOf(some(1, 6));
  layout.sync(rows, rules);
  for (let index = 0; index < 5; index += 1) layout.measure(index, 50);
  expect(layout.total).toBe(5 * 50 + 40);
  layout.sync(rows, { ...rules, dividerSeq: 3 });
  expect(layout.total).toBe(5 * 50 + 40 + 28);
  expect(layout.top(3) - layout.top(2)).toBe(78);
  layout.sync(rows, rules);
  expect(layout.total).toBe(5 * 50 + 40);
});
