import { describe, expect, test } from 'vitest';
import { dayName, dayOf, nextMidnight } from './day.ts';

const at = (iso: string) => Date.parse(iso);

test('a day is the viewer’s, not the server’s', () => {
  const late = at('2026-11-18T23:30:00Z');
  expect(dayOf(late, 'UTC')).toBe('2026-11-18');
  expect(dayOf(late, 'Europe/Berlin')).toBe('2026-11-19');
  expect(dayOf(late, 'America/Los_Angeles')).toBe('2026-11-18');
  expect(dayOf(at('2026-11-18T18:14:59Z'), 'Asia/Kathmandu')).toBe('2026-11-18');
  expect(dayOf(at('2026-11-18T18:15:00Z'), 'Asia/Kathmandu')).toBe('2026-11-19');
});

test('midnight comes when the zone says, also when the clocks change', () => {
  expect(nextMidnight(at('2026-11-18T12:00:00Z'), 'UTC')).toBe(at('2026-11-19T00:00:00Z'));
  expect(nextMidnight(at('2026-10-25T00:30:00Z'), 'Europe/Berlin')).toBe(at('2026-10-25T23:00:00Z'));
  expect(nextMidnight(at('2026-03-29T00:30:00Z'), 'Europe/Berlin')).toBe(at('2026-03-29T22:00:00Z'));
});

describe('names of days', () => {
  const names = { today: '2026-11-19', locale: 'en-GB' };
  test.each([
    ['2026-11-19', 'Today'],
    ['2026-11-18', 'Yesterday'],
    ['2026-11-16', 'Monday 16 November'],
    ['2025-12-31', 'Wednesday, 31 December 2025'],
  ])('%s', (day, name) => expect(dayName(day, names)).toBe(name));
});
