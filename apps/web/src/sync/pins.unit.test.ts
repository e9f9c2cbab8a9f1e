import { expect, test } from 'vitest';
import { pinnedWith } from './pins.ts';
import { message } from './testing/model-channel.ts';

const at = (minute: number) => `2026-01-01T00:0${minute}:00.000Z`;
const first = message(1, { pinnedAt: at(1), pinnedBy: 'x', changeSeq: 5 });
const second = message(2, { pinnedAt: at(2), pinnedBy: 'x', changeSeq: 6 });
const list = { items: [second, first], nextCursor: null };
const bodies = (seqs: readonly { seq: number }[]) => seqs.map(({ seq }) => seq);

test('the list of pins follows what is pinned, unpinned and changed', () => {
  const third = message(3, { pinnedAt: at(3), pinnedBy: 'x', changeSeq: 7 });
  expect(bodies(pinnedWith(list, third).items)).toEqual([3, 2, 1]);
  expect(bodies(pinnedWith(list, { ...second, pinnedAt: null, changeSeq: 8 }).items)).toEqual([1]);
  expect(pinnedWith(list, { ...first, body: 'changed', changeSeq: 8 }).items[1]?.body).toBe('changed');
});

test('what is older or was never pinned changes nothing', () => {
  expect(pinnedWith(list, { ...first, pinnedAt: null, changeSeq: 4 })).toBe(list);
  expect(pinnedWith(list, message(9))).toBe(list);
});
