import { describe, expect, test } from 'vitest';
import { parseReminder } from './parse-reminder.ts';
import { parseWhen } from './parse-when.ts';

// A Friday, 14:20 in Berlin.
const clock = { now: Date.parse('2026-11-20T13:20:00Z'), timeZone: 'Europe/Berlin' };

test.each([
  ['in 20m call', '2026-11-20T13:40:00.000Z', 'call'],
  ['1h', '2026-11-20T14:20:00.000Z', ''],
  ['at 15:00', '2026-11-20T14:00:00.000Z', ''],
  ['at 3pm tea', '2026-11-20T14:00:00.000Z', 'tea'],
  ['at 12am', '2026-11-20T23:00:00.000Z', ''],
  ['until 17:30', '2026-11-20T16:30:00.000Z', ''],
  ['until tomorrow', '2026-11-21T08:00:00.000Z', ''],
  ['9:00 stand-up', '2026-11-21T08:00:00.000Z', 'stand-up'],
  ['tomorrow at 10:15, tea', '2026-11-21T09:15:00.000Z', 'tea'],
  ['tomorrow at 10:15 tea', '2026-11-21T09:15:00.000Z', 'tea'],
  ['Monday', '2026-11-23T08:00:00.000Z', ''],
  ['on friday 8:00 x', '2026-11-27T07:00:00.000Z', 'x'],
  ['next week plan', '2026-11-23T08:00:00.000Z', 'plan'],
  ['today at 18:00', '2026-11-20T17:00:00.000Z', ''],
  ['at 25:00', null, null],
  ['at 13pm', null, null],
  ['soon', null, null],
  ['', null, null],
])('%j is %s, then %j', (text, at, rest) => {
  const when = parseWhen(text, clock);
  expect(when && [new Date(when.at).toISOString(), when.rest]).toEqual(at === null ? null : [at, rest]);
});

describe('a reminder', () => {
  test.each([
    ['me in 20m to call Ana', '13:40', 'call Ana'],
    ['in 20 minutes call Ana', '13:40', 'call Ana'],
    ['me to be at home at 16:00', '15:00', 'be at home'],
    ['me to water the plants tomorrow', '08:00', 'water the plants'],
  ])('%s', (text, time, what) => {
    const reminder = parseReminder(text, clock);
    if (typeof reminder === 'string') throw new Error(reminder);
    expect([new Date(reminder.at).toISOString().slice(11, 16), reminder.text]).toEqual([time, what]);
  });

  test.each([
    ['', 'Say when and of what'],
    ['me', 'Say when and of what'],
    ['me call Ana', 'Say when'],
    ['me in 20m', 'Say of what'],
    ['me today at 9:00 tea', 'This time has passed'],
  ])('%j is no reminder: %s', (text, said) => {
    expect(parseReminder(text, clock)).toContain(said);
  });
});
