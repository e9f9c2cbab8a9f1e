import { expect, test } from 'vitest';
import { quietNow } from './quiet-now.ts';

const monday = Date.parse('2026-11-23T10:00:00Z');
const hours = { timezone: 'Europe/Berlin', days: [{ day: 1, from: '09:00', to: '17:00' }] };
const settings = { dndUntil: null, schedule: null, keywords: [] };

test('a pause, and the hours of the week by their own clock, are why nothing is told', () => {
  expect(quietNow(settings, monday)).toBeNull();
  expect(quietNow({ ...settings, schedule: hours }, monday)).toBeNull();
  expect(quietNow({ ...settings, schedule: hours }, monday + 7 * 3_600_000)).toBe('HOURS');
  const paused = { ...settings, dndUntil: '2026-11-23T11:00:00Z', schedule: hours };
  expect(quietNow(paused, monday)).toBe('PAUSE');
  expect(quietNow(paused, monday + 3_600_000)).toBeNull();
});

test('nothing is said before it is known', () => {
  expect(quietNow(undefined, monday)).toBeNull();
  expect(quietNow({ ...settings, schedule: hours }, null)).toBeNull();
});
