import type { WrittenDate } from './search-query.input.ts';

const dayMs = 86_400_000;

/** A stretch of time: from the first moment up to, but without, the second. */
export interface Bounds {
  readonly from: Date;
  readonly to: Date;
}

/** How far a zone's clocks are ahead of UTC at that moment, in milliseconds. */
function offsetAt(time: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    ...{ timeZone, hourCycle: 'h23', era: 'short', year: 'numeric', month: 'numeric', day: 'numeric' },
    ...{ hour: 'numeric', minute: 'numeric', second: 'numeric' },
  }).formatToParts(time);
  const read = (type: Intl.DateTimeFormatPartTypes): number =>
    Number(parts.find((part) => part.type === type)?.value ?? 0);
  const wall = new Date(0);
  wall.setUTCFullYear(read('year'), read('month') - 1, read('day'));
  wall.setUTCHours(read('hour'), read('minute'), read('second'));
  return wall.getTime() - Math.floor(time / 1000) * 1000;
}

/** The first moment of a day in a zone. A day whose midnight the clocks leap over begins when they land. */
function startOfDay(day: Date, timeZone: string): Date {
  const wall = day.getTime();
  const [before, after] = [offsetAt(wall - dayMs, timeZone), offsetAt(wall + dayMs, timeZone)];
  // Midnight on the clocks of before the change, if it has not come by then: of two midnights the first.
  const first = wall - before;
  if (before === after || offsetAt(first, timeZone) === before) return new Date(first);
  const second = wall - after;
  return new Date(offsetAt(second, timeZone) === after ? second : first);
}

function dayOf(year: number, month: number, day: number): Date {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date;
}

/** The zone itself if this machine knows it, else UTC. */
export function knownZone(timeZone: string | null): string {
  if (timeZone === null) return 'UTC';
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone }).resolvedOptions().timeZone;
  } catch {
    return 'UTC';
  }
}

/** When a written day, month or year begins and ends for somebody in this zone. */
export function dayBounds(date: WrittenDate | 'today' | 'yesterday', timeZone: string, now = Date.now()): Bounds {
  if (typeof date === 'string') {
    const today = new Date(now + offsetAt(now, timeZone));
    const day = new Date(today.getTime() - (date === 'yesterday' ? dayMs : 0));
    const [year, month, dayOfMonth] = [day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate()];
    return dayBounds({ year, month, day: dayOfMonth }, timeZone);
  }
  const { year, month, day } = date;
  const first = dayOf(year, month ?? 1, day ?? 1);
  const next =
    month === undefined
      ? dayOf(year + 1, 1, 1)
      : day === undefined
        ? dayOf(year, month + 1, 1)
        : dayOf(year, month, day + 1);
  return { from: startOfDay(first, timeZone), to: startOfDay(next, timeZone) };
}
