import { expect, test } from 'vitest';
import { fieldValue, momentOf, nextMornings, wallTimeAt, wallTimeOf } from './schedule-times.ts';

const iso = (at: number) => new Date(at).toISOString();

test('a time on the wall is a moment in its zone, also on days when clocks change', () => {
  for (const [zone, wall, moment] of [
    ['Europe/Berlin', '2026-11-21T09:00', '2026-11-21T08:00:00.000Z'],
    ['Europe/Berlin', '2026-03-29T09:00', '2026-03-29T07:00:00.000Z'],
    ['America/New_York', '2026-11-01T09:00', '2026-11-01T14:00:00.000Z'],
    ['Asia/Kolkata', '2026-01-01T00:00', '2025-12-31T18:30:00.000Z'],
  ] as const) {
    const read = wallTimeOf(wall);
    expect(read && iso(momentOf(read, zone))).toBe(moment);
    expect(fieldValue(wallTimeAt(Date.parse(moment), zone))).toBe(wall);
  }
  expect(wallTimeOf('')).toBeNull();
});

test('the mornings to come are of the zone of who writes', () => {
  const friday = Date.parse('2026-11-20T23:30:00Z');
  expect(nextMornings(friday, 'UTC').map(({ at }) => iso(at))).toEqual([
    '2026-11-21T09:00:00.000Z',
    '2026-11-23T09:00:00.000Z',
  ]);
  expect(nextMornings(friday, 'Asia/Tokyo').map(({ at }) => iso(at))).toEqual([
    '2026-11-22T00:00:00.000Z',
    '2026-11-23T00:00:00.000Z',
  ]);
  const sunday = Date.parse('2026-11-22T12:00:00Z');
  expect(nextMornings(sunday, 'UTC').map(({ label, at }) => `${label} ${iso(at)}`)).toEqual([
    'Tomorrow at 9:00 2026-11-23T09:00:00.000Z',
  ]);
  const monday = Date.parse('2026-11-23T12:00:00Z');
  expect(nextMornings(monday, 'UTC').at(-1)?.at).toBe(Date.parse('2026-11-30T09:00:00Z'));
});
