import { describe, expect, it } from 'vitest';
import { dayBounds, knownZone } from './day-bounds.ts';

function bounds(...input: Parameters<typeof dayBounds>): string[] {
  const { from, to } = dayBounds(...input);
  return [from.toISOString(), to.toISOString()];
}

describe('a day', () => {
  it.each([
    ['UTC', ['2026-03-01T00:00:00.000Z', '2026-03-02T00:00:00.000Z']],
    ['Europe/Berlin', ['2026-02-28T23:00:00.000Z', '2026-03-01T23:00:00.000Z']],
    ['Asia/Tokyo', ['2026-02-28T15:00:00.000Z', '2026-03-01T15:00:00.000Z']],
    ['America/Los_Angeles', ['2026-03-01T08:00:00.000Z', '2026-03-02T08:00:00.000Z']],
    ['Asia/Kathmandu', ['2026-02-28T18:15:00.000Z', '2026-03-01T18:15:00.000Z']],
  ])('begins and ends at midnight in %s', (zone, expected) => {
    expect(bounds({ year: 2026, month: 3, day: 1 }, zone)).toEqual(expected);
  });

  it('has 23 hours when the clocks go forward', () => {
    const expected = ['2026-03-28T23:00:00.000Z', '2026-03-29T22:00:00.000Z'];
    expect(bounds({ year: 2026, month: 3, day: 29 }, 'Europe/Berlin')).toEqual(expected);
  });

  it.each([
    ['America/Santiago', 2026, 9, 6, ['2026-09-06T04:00:00.000Z', '2026-09-07T03:00:00.000Z']],
    ['America/Havana', 2026, 3, 8, ['2026-03-08T05:00:00.000Z', '2026-03-09T04:00:00.000Z']],
    ['Atlantic/Azores', 2026, 3, 29, ['2026-03-29T01:00:00.000Z', '2026-03-30T00:00:00.000Z']],
    ['Asia/Beirut', 2026, 3, 29, ['2026-03-28T22:00:00.000Z', '2026-03-29T21:00:00.000Z']],
  ])('whose midnight the clocks leap over begins when they land, in %s', (zone, year, month, day, expected) => {
    expect(bounds({ year, month, day }, zone)).toEqual(expected);
  });

  it('begins with the first of two midnights, and has 25 hours', () => {
    const expected = ['2026-11-01T04:00:00.000Z', '2026-11-02T05:00:00.000Z'];
    expect(bounds({ year: 2026, month: 11, day: 1 }, 'America/Havana')).toEqual(expected);
    const twice = ['2011-10-27T21:00:00.000Z', '2011-10-28T22:00:00.000Z'];
    expect(bounds({ year: 2011, month: 10, day: 28 }, 'Asia/Amman')).toEqual(twice);
  });

  it('that an island left out is empty, and the days about it are whole', () => {
    const [, last] = bounds({ year: 2011, month: 12, day: 29 }, 'Pacific/Apia');
    expect(bounds({ year: 2011, month: 12, day: 30 }, 'Pacific/Apia')).toEqual([last, last]);
    expect(bounds({ year: 2011, month: 12, day: 31 }, 'Pacific/Apia')).toEqual([last, '2011-12-31T10:00:00.000Z']);
    expect(last).toBe('2011-12-30T10:00:00.000Z');
  });

  it('may be a month or a year', () => {
    expect(bounds({ year: 2026, month: 12 }, 'UTC')).toEqual(['2026-12-01T00:00:00.000Z', '2027-01-01T00:00:00.000Z']);
    expect(bounds({ year: 2026 }, 'UTC')).toEqual(['2026-01-01T00:00:00.000Z', '2027-01-01T00:00:00.000Z']);
  });

  it('is today where the searcher is', () => {
    const now = Date.parse('2026-06-30T23:30:00Z');
    expect(bounds('today', 'Asia/Tokyo', now)).toEqual(['2026-06-30T15:00:00.000Z', '2026-07-01T15:00:00.000Z']);
    expect(bounds('yesterday', 'UTC', now)).toEqual(['2026-06-29T00:00:00.000Z', '2026-06-30T00:00:00.000Z']);
  });

  it('is in UTC for a zone that nobody knows', () => {
    expect([knownZone('Mars/Base'), knownZone(null), knownZone('Asia/Tokyo')]).toEqual(['UTC', 'UTC', 'Asia/Tokyo']);
  });
});
