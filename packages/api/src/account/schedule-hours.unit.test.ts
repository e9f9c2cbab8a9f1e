import { describe, expect, it } from 'vitest';
import { findOverlap, type HourSpan, hoursOfSpans, spansOfHours, spansProblem } from './schedule-hours.input.ts';

const workdays = [1, 2, 3, 4, 5];
const work: HourSpan = { days: workdays, from: '09:00', to: '18:00' };
const weekend: HourSpan = { days: [6, 7], from: '11:00', to: '13:00' };
const night: HourSpan = { days: [5, 7], from: '22:00', to: '06:00' };

describe('hours of the week', () => {
  it.each<[string, HourSpan[]]>([
    ['one span', [work]],
    ['several', [work, weekend]],
    [
      'two on the same days',
      [
        { ...work, to: '12:00' },
        { ...work, from: '13:00' },
      ],
    ],
    ['a night', [night]],
    [
      'a night beside a day',
      [
        { days: [7], from: '08:00', to: '20:00' },
        { days: [7], from: '22:00', to: '06:00' },
      ],
    ],
    ['until midnight', [{ days: [3], from: '09:00', to: '00:00' }]],
    ['whole days', [{ days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '00:00' }]],
  ])('come back as they were said: %s', (_name, spans) => {
    expect(spansProblem(spans)).toBeNull();
    expect(new Set(spansOfHours(hoursOfSpans(spans)))).toEqual(new Set(spans));
  });

  it('write a night as two days, over the end of the week too', () => {
    expect(hoursOfSpans([night])).toEqual([
      { day: 1, from: '00:00', to: '06:00' },
      { day: 5, from: '22:00', to: '24:00' },
      { day: 6, from: '00:00', to: '06:00' },
      { day: 7, from: '22:00', to: '24:00' },
    ]);
  });

  it('do not overlap', () => {
    expect(findOverlap(hoursOfSpans([work, { ...work, from: '18:00', to: '20:00' }]))).toBeNull();
    expect(findOverlap(hoursOfSpans([work, { days: [3], from: '17:59', to: '20:00' }]))).toMatchObject({ day: 3 });
    expect(findOverlap(hoursOfSpans([night, { days: [1], from: '05:00', to: '07:00' }]))).toMatchObject({ day: 1 });
  });

  it.each<[string, HourSpan[]]>([
    ['Add the hours', []],
    ['at least one day', [{ ...work, days: [] }]],
    ['begin and end', [{ ...work, to: '' }]],
    ['end when they begin', [{ ...work, to: '09:00' }]],
    ['overlap', [work, { ...weekend, days: [5] }]],
    [
      'too many',
      ['00', '03', '06', '09', '12'].map((hour) => ({
        days: [1, 2, 3, 4, 5, 6, 7],
        from: `${hour}:00`,
        to: `${hour}:30`,
      })),
    ],
  ])('are refused in words: %s', (words, spans) => {
    expect(spansProblem(spans)).toContain(words);
  });
});
