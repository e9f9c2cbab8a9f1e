import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance } from './edit-distance.ts';

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });

describe('the distance of two words', () => {
  it('is the same with a bound, up to it', () => {
    fc.assert(
      fc.property(word, word, fc.nat(3), (one, other, most) => {
        const distance = editDistance(one, other);
        expect(editDistance(one, other, most) <= most).toBe(distance <= most);
      }),
      { numRuns: 2_000 },
    );
  });

  it('is not counted to the end when it is seen to be more', () => {
    expect(editDistance('x'.repeat(80), 'y'.repeat(80))).toBe(80);
    expect(editDistance('x'.repeat(80), 'y'.repeat(80), 2)).toBe(Number.POSITIVE_INFINITY);
  });
});
