import { describe, expect, it } from 'vitest';
import { handleCandidates, handleKey } from './handle.ts';
import { handle, handlePattern } from './user.input.ts';

describe('handleKey', () => {
  it.each([
    ['ada', 'ADA'],
    ['ada', 'аdа'],
    ['ada', 'ａｄａ'],
    ['ada', 'a\u200bda'],
    ['bob', 'b0b'],
    ['paul', 'pau1'],
  ])('is one for %s and %s', (one, other) => {
    expect(handleKey(other)).toBe(handleKey(one));
  });

  it.each([
    ['ada', 'ade'],
    ['jose', 'josé'],
    ['ada.b', 'ada-b'],
    ['андрей', 'андрея'],
  ])('tells %s from %s', (one, other) => {
    expect(handleKey(other)).not.toBe(handleKey(one));
  });
});

describe('handleCandidates', () => {
  it.each([
    ['Ada Lovelace', 'ada@example.com', 'ada.lovelace'],
    ['Renée O’Connor', 'r@example.com', 'renee.oconnor'],
    ['김철수', 'kim@example.com', '김철수'],
    ['🦊🦊', 'fox.one@example.com', 'fox.one'],
    ['here', 'h@example.com', 'h'],
    ['🦊', '---@example.com', 'person.2'],
    ['x'.repeat(80), 'x@example.com', 'x'.repeat(24)],
  ])('begins for %s <%s> with %s', (displayName, email, expected) => {
    expect(handleCandidates({ displayName, email })[0]?.handle).toBe(expected);
  });

  it('offers only handles that may be typed in, each with its key', () => {
    for (const displayName of ['Ada Lovelace', '김철수', '🦊', 'é'.repeat(80), 'مريم', 'ไทย']) {
      for (const candidate of handleCandidates({ displayName, email: 'someone@example.com' })) {
        expect(candidate.handle).toMatch(handlePattern);
        expect(handle.parse(candidate.handle)).toBe(candidate.handle);
        expect(candidate.key).toBe(handleKey(candidate.handle));
      }
    }
  });
});
