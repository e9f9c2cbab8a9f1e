import { describe, expect, it } from 'vitest';
import { joinQuery, settledQuery, splitQuery } from './split-query.ts';

function split(q: string): { chips: string[]; text: string } {
  const { chips, text } = splitQuery(q);
  return { chips: chips.map((chip) => chip.source), text };
}

describe('a query', () => {
  it.each([
    ['tea', [], 'tea'],
    ['from:@ana tea', ['from:@ana'], 'tea'],
    ['tea from:@ana ', ['from:@ana'], 'tea '],
    ['in:"two words" -has:link tea', ['in:"two words"', '-has:link'], 'tea'],
    ['from:@an', [], 'from:@an'],
    ['color: red', [], 'color: red'],
  ])('%j is chips and what is typed', (q, chips, text) => {
    expect(split(q)).toEqual({ chips, text });
  });

  it('is put together again, and its last filter stays a chip', () => {
    expect(joinQuery(['from:@ana', 'has:link'], '')).toBe('from:@ana has:link ');
    expect(split(joinQuery(['from:@ana'], 'tea'))).toEqual({ chips: ['from:@ana'], text: 'tea' });
    expect(split(settledQuery('tea from:@ana'))).toEqual({ chips: ['from:@ana'], text: 'tea ' });
    expect(settledQuery('tea')).toBe('tea');
  });
});
