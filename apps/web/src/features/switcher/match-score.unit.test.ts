import { describe, expect, it } from 'vitest';
import { matchScore } from './match-score.ts';

describe('a name in the switcher', () => {
  it.each([
    ['release-train', 'release-train'],
    ['rel', 'release-train'],
    ['tra', 'release-train'],
    ['rt', 'release-train'],
    ['lease', 'release-train'],
    ['rlstr', 'release-train'],
    ['relaese', 'release-train'],
    ['relese', 'release-train'],
    ['supprot', 'support'],
    ['sipport', 'support'],
    ['#sup', 'support'],
    ['tomas', 'Tomás Lindqvist'],
    ['tl', 'Tomás Lindqvist'],
    ['cleo farid', 'Ben Ode, Cleo Marsh, Farid Haddad'],
    ['farid, ben', 'Ben Ode, Cleo Marsh, Farid Haddad'],
    ['', 'anything'],
  ])('is found by “%s”: %s', (typed, name) => {
    expect(matchScore(typed, name)).toBeGreaterThan(0);
  });

  it.each([
    ['zzz', 'release-train'],
    ['sport', 'release-train'],
    ['xy', 'support'],
    ['cleo hiro', 'Ben Ode, Cleo Marsh, Farid Haddad'],
  ])('is not found by “%s”: %s', (typed, name) => {
    expect(matchScore(typed, name)).toBe(0);
  });

  it('comes before others the nearer it is', () => {
    const order = ['dev', 'devices', 'web-dev', 'indevelopment', 'data-evaluation'];
    const asked = order.map((name) => matchScore('dev', name));
    expect(asked).toEqual(asked.toSorted((one, other) => other - one));
    expect(matchScore('de', 'data-evaluation')).toBeGreaterThan(matchScore('de', 'index'));
  });
});
