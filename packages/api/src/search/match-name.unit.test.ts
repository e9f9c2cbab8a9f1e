import { expect, it } from 'vitest';
import { matchName, matchNames } from './match-name.ts';

it.each([
  ['general', ['general', 'general-talk', 'the general', 'gradual']],
  ['jd', ['jd', 'jdk', 'John Doe', 'adjd']],
  ['jo do', ['jo do', 'jo dough', 'Doe, John']],
  ['desing', ['desing', 'design-team']],
  ['josé', ['Jose', 'JOSÉPHINE', 'Maria José']],
  ['мар', ['Мар', 'Марина', 'Анна Мария']],
])('%s fits the earlier name better', (q, names) => {
  const scores = names.map((name) => matchName(q, name));
  expect(scores).toEqual([...scores].sort((one, other) => other - one));
  expect(scores.slice(0, -1).every((score) => score > 0)).toBe(true);
});

it('fits nothing that is quite another name', () => {
  expect([matchName('xyz', 'general'), matchName('genxxx', 'general'), matchName('ab', 'ba')]).toEqual([0, 0, 0]);
});

it('fits everything when it is empty, and the best of several names counts', () => {
  expect(matchName(' ', 'general')).toBeGreaterThan(0);
  expect(matchNames('ben', ['Ana', 'ben'])).toBe(100);
});
