import type { Random } from './random.ts';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const START_OF_WORK_MIN = 8 * 60 + 35;
const END_OF_WORK_MIN = 17 * 60 + 40;

export interface WorkingDay {
  /** When work begins and ends, in milliseconds since 1970. */
  opens: number;
  closes: number;
  /** Counted from the first day's week, 0. */
  week: number;
  /** Counted from the first working day, 0. */
  index: number;
}

/** The working days of the last `days` days, oldest first, by this machine's clock; the last one ends now if it is today. */
export function workingDays(now: Date, days: number): WorkingDay[] {
  const first = new Date(now.getFullYear(), now.getMonth(), now.getDate() - days);
  const all = Array.from({ length: days + 1 }, (_, offset) => {
    const day = new Date(first.getFullYear(), first.getMonth(), first.getDate() + offset);
    const midnight = day.getTime();
    return {
      weekday: day.getDay(),
      opens: midnight + START_OF_WORK_MIN * MINUTE_MS,
      closes: Math.min(midnight + END_OF_WORK_MIN * MINUTE_MS, now.getTime() - 2 * MINUTE_MS),
      week: Math.floor((midnight - first.getTime() + ((first.getDay() + 6) % 7) * DAY_MS) / (7 * DAY_MS)),
    };
  });
  return all
    .filter(({ weekday, opens, closes }) => weekday !== 0 && weekday !== 6 && closes > opens)
    .map(({ opens, closes, week }, index) => ({ opens, closes, week, index }));
}

/** How long it takes until somebody answers, in milliseconds: mostly a minute or so, now and then a meeting. */
export function answerPause(random: Random): number {
  if (random.chance(0.08)) return random.int(6 * MINUTE_MS, 25 * MINUTE_MS);
  return random.int(12_000, 150_000);
}
