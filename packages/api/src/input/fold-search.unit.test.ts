import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldSearch, foldWithPlaces } from './fold-search.ts';

const parts = [
  'a',
  'B',
  ' ',
  '\n',
  '~',
  'é',
  'e\u0301',
  '\u0301',
  'İ',
  'ß',
  'ς',
  'Σ',
  'ﬁ',
  'ﷺ',
  '👩‍👩‍👧',
  '한',
  '\u1100\u1161',
  'Å',
];
const anyText = fc.array(fc.constantFrom(...parts), { maxLength: 30 }).map((some) => some.join(''));

/** The best of several runs, in milliseconds. */
function costOf(work: () => unknown): number {
  const runs = Array.from({ length: 7 }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return Math.min(...runs);
}

describe('a folded text with its places', () => {
  it('is each letter folded with its marks, and says where that began', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const letters = [...text.matchAll(/\P{M}\p{M}*|\p{M}+/gsu)];
        const folded = letters.map(([letter]) => foldSearch(letter));
        const starts = letters.flatMap(({ index }, n) => Array.from(folded[n] ?? '', () => index));
        expect(foldWithPlaces(text).folded).toBe(folded.join(''));
        expect(new Set(foldWithPlaces(text).starts)).toEqual(new Set([...starts, text.length]));
      }),
      { numRuns: 500 },
    );
  });

  it('costs some times as much as without them, and not a hundred times', () => {
    const text = 'hello world and so on '.repeat(1_800);
    expect(costOf(() => foldWithPlaces(text))).toBeLessThan(60 * costOf(() => foldSearch(text)));
  });
});
