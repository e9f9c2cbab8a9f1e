import { describe, expect, it } from 'vitest';
import { askedOf, suggestOperators, suggestValues, tokenAtEnd } from './suggest.ts';

describe('what is being typed', () => {
  it.each([
    ['fr', { kind: 'operator', typed: 'fr', not: '', start: 0 }],
    ['tea -ha', { kind: 'operator', typed: 'ha', not: '-', start: 4 }],
    ['tea from:@an', { kind: 'value', operator: 'from', typed: 'an', not: '', start: 4 }],
    ['in:', { kind: 'value', operator: 'in', typed: '', not: '', start: 0 }],
    ['http://x', null],
    ['from:@ana ', null],
    ['a', null],
    ['', null],
  ])('%j is seen', (text, token) => {
    expect(tokenAtEnd(text)).toEqual(token);
  });

  it.each([
    ['tea from:', 'tea'],
    ['-in:#', ''],
    ['tea from:@a', 'tea from:@a'],
    ['from: tea', 'from: tea'],
    ['color:', 'color:'],
  ])('%j is asked as %j', (typed, asked) => {
    expect(askedOf(typed)).toBe(asked);
  });

  it('is completed to an operator, and to its values', () => {
    expect(suggestOperators({ typed: 'b', not: '-' }).map((each) => each.source)).toEqual(['-before:']);
    const has = { kind: 'value', operator: 'has', typed: 'p', not: '', start: 0 } as const;
    expect(suggestValues(has, '2026-11-18').map((each) => each.source)).toEqual(['has:pin']);
    const on = { kind: 'value', operator: 'on', typed: '2026-11-1', not: '', start: 0 } as const;
    expect(suggestValues(on, '2026-11-18').map((each) => each.source)).toEqual(['on:2026-11-11']);
  });
});
