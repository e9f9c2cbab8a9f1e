import { describe, expect, it } from 'vitest';
import { formatTime } from './time-format.tsx';

const at = new Date('2026-11-18T16:20:30Z');
const settings = { locale: 'en-GB', timeZone: 'Europe/Berlin' };
const after = (ms: number) => formatTime(at, 'relative', { ...settings, now: at.getTime() + ms });

describe('formatTime', () => {
  it('says the time in the zone of the reader', () => {
    expect(formatTime(at, 'time', settings)).toBe('17:20');
    expect(formatTime(at, 'time', { ...settings, timeZone: 'Asia/Tokyo' })).toBe('01:20');
  });

  it('says the day in the zone of the reader', () => {
    expect(formatTime(at, 'day', settings)).toBe('Wednesday 18 November');
    expect(formatTime(at, 'day', { ...settings, timeZone: 'Asia/Tokyo' })).toBe('Thursday 19 November');
  });

  it('says it as the reader is used to', () => {
    expect(formatTime(at, 'time', { ...settings, locale: 'en-US' })).toMatch(/^5:20\sPM$/);
    expect(formatTime(at, 'moment', settings)).toBe('18 Nov, 17:20');
  });

  it.each([
    [0, 'now'],
    [59_000, 'now'],
    [60_000, '1 minute ago'],
    [20 * 60_000, '20 minutes ago'],
    [3 * 3_600_000, '3 hours ago'],
    [26 * 3_600_000, 'yesterday'],
    [-2 * 3_600_000, 'in 2 hours'],
    [8 * 86_400_000, '18 Nov 2026'],
  ])('%i ms later it was %s', (ms, words) => {
    expect(after(ms)).toBe(words);
  });
});
