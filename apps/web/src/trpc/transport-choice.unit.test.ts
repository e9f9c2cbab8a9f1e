import { describe, expect, test } from 'vitest';
import { retryDelay } from './retry-delay.ts';
import { nextTrial, socketSeemsBlocked } from './transport-choice.ts';

describe('sockets seem to be blocked', () => {
  const silent = { heardBefore: false, silentFor: 1_600, online: true };
  test.each([
    ['when one never spoke for a moment', silent, true],
    ['not before', { ...silent, silentFor: 1_000 }, false],
    ['not while there is no network', { ...silent, online: false }, false],
    ['not so soon when one spoke before: the server may be starting again', { ...silent, heardBefore: true }, false],
    ['but in the end', { ...silent, heardBefore: true, silentFor: 30_000 }, true],
  ])('%s', (_, trial, blocked) => expect(socketSeemsBlocked(trial)).toBe(blocked));
});

test('they are tried again, ever more rarely, and not by all at once', () => {
  const middle = [0, 1, 2, 3, 4, 9].map((failed) => nextTrial(failed, () => 0.5));
  expect(middle).toEqual([15_000, 60_000, 120_000, 300_000, 600_000, 600_000]);
  expect(nextTrial(0, () => 0)).toBeLessThan(nextTrial(0, () => 1));
});

test('waits between attempts are a random part of a bound that doubles up to the longest', () => {
  const pace = { first: 500, longest: 4_000 };
  expect([0, 1, 2, 3, 4, 99].map((attempt) => retryDelay(attempt, pace, () => 1))).toEqual([
    500, 1_000, 2_000, 4_000, 4_000, 4_000,
  ]);
  expect(retryDelay(3, pace, () => 0)).toBe(0);
});
