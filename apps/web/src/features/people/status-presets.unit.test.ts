import { expect, it } from 'vitest';
import { endOf } from './status-presets.ts';

it('a status stands until the end of a day, of a week, or for some hours, or for good', () => {
  const saturday = new Date('2026-11-21T22:30:00');
  expect(endOf('NEVER', saturday)).toBeNull();
  expect(endOf('FOUR', saturday)).toBe(new Date('2026-11-22T02:30:00').toISOString());
  expect(endOf('TODAY', saturday)).toBe(new Date('2026-11-22T00:00:00').toISOString());
  expect(endOf('WEEK', saturday)).toBe(new Date('2026-11-23T00:00:00').toISOString());
  expect(endOf('WEEK', new Date('2026-11-23T08:00:00'))).toBe(new Date('2026-11-30T00:00:00').toISOString());
});
