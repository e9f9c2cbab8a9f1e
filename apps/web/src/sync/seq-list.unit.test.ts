import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  concatLists,
  firstItem,
  indexOfSeq,
  itemAt,
  itemOfSeq,
  itemsOf,
  lastItem,
  seqListOf,
  sliceOf,
  withItem,
} from './seq-list.ts';

interface Item {
  seq: number;
  version: number;
}

const items = fc
  .uniqueArray(fc.nat(4_000), { maxLength: 900 })
  .map((seqs) => seqs.sort((a, b) => a - b).map((seq): Item => ({ seq, version: 0 })));

test('inserting and replacing in any order is the same as a sorted map', () => {
  const writes = fc.array(fc.record({ seq: fc.nat(900), version: fc.nat(9) }), { maxLength: 1_500 });
  fc.assert(
    fc.property(items, writes, (start, changes) => {
      const model = new Map(start.map((item) => [item.seq, item]));
      let list = seqListOf(start);
      for (const change of changes) {
        model.set(change.seq, change);
        list = withItem(list, change);
      }
      const expected = [...model.values()].sort((a, b) => a.seq - b.seq);
      expect(itemsOf(list)).toEqual(expected);
      expect(list.length).toBe(expected.length);
      expect([firstItem(list), lastItem(list)]).toEqual([expected[0], expected.at(-1)]);
      for (const [index, item] of expected.entries()) {
        expect(itemAt(list, index)).toBe(item);
        expect(indexOfSeq(list, item.seq)).toBe(index);
      }
    }),
    { numRuns: 40 },
  );
});

test('finding, slicing and joining agree with arrays', () => {
  fc.assert(
    fc.property(items, fc.nat(4_000), fc.nat(900), fc.nat(900), (all, seq, one, other) => {
      const list = seqListOf(all);
      const [from, to] = one < other ? [one, other] : [other, one];
      expect(indexOfSeq(list, seq)).toBe(all.filter((item) => item.seq < seq).length);
      expect(itemOfSeq(list, seq)).toBe(all.find((item) => item.seq === seq));
      expect(sliceOf(list, from, to)).toEqual(all.slice(from, to));
      expect(itemsOf(concatLists(seqListOf(all.slice(0, from)), seqListOf(all.slice(from))))).toEqual(all);
    }),
    { numRuns: 100 },
  );
});

test('a change leaves the earlier list, and chunks that it does not touch, as they were', () => {
  const before = seqListOf(Array.from({ length: 2_000 }, (_, seq): Item => ({ seq, version: 0 })));
  const after = withItem(before, { seq: 1_000, version: 1 });
  expect(itemAt(before, 1_000)?.version).toBe(0);
  expect(itemAt(after, 1_000)?.version).toBe(1);
  const shared = after.chunks.filter((chunk) => before.chunks.includes(chunk));
  expect(shared.length).toBe(before.chunks.length - 1);
});
