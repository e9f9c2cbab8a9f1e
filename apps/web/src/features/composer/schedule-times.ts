/** A moment as clocks on a wall show it. */
export interface WallTime {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
}

const MONDAY = 1;
const MORNING = 9;

/** What clocks in a time zone show at a moment (ms). */
export function wallTimeAt(at: number, timeZone: string): WallTime {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    ...{ year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' },
  });
  const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
  return { year: part('year'), month: part('month'), day: part('day'), hour: part('hour'), minute: part('minute') };
}

const asUtc = ({ year, month, day, hour, minute }: WallTime) => Date.UTC(year, month - 1, day, hour, minute);

/** The moment (ms) at which clocks in a time zone show this. */
export function momentOf(wall: WallTime, timeZone: string): number {
  const guess = asUtc(wall);
  const offsetAt = (at: number) => asUtc(wallTimeAt(at, timeZone)) - Math.floor(at / 60_000) * 60_000;
  const near = guess - offsetAt(guess);
  return guess - offsetAt(near);
}

/** The mornings that a message is most often sent at: tomorrow's, and the next Monday's if that is another day. */
export function nextMornings(now: number, timeZone: string): { label: string; at: number }[] {
  const today = wallTimeAt(now, timeZone);
  const morning = (days: number) => {
    const date = new Date(Date.UTC(today.year, today.month - 1, today.day + days));
    const wall = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
    return momentOf({ ...wall, hour: MORNING, minute: 0 }, timeZone);
  };
  const weekday = new Date(Date.UTC(today.year, today.month - 1, today.day)).getUTCDay();
  const toMonday = (MONDAY - weekday + 7) % 7 || 7;
  const tomorrow = { label: 'Tomorrow at 9:00', at: morning(1) };
  return toMonday === 1 ? [tomorrow] : [tomorrow, { label: 'Monday at 9:00', at: morning(toMonday) }];
}

/** `2026-11-21T09:00`, as a field for a date and a time has it. */
export function fieldValue({ year, month, day, hour, minute }: WallTime): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}`;
}

/** Reads what such a field has; null while it is not filled. */
export function wallTimeOf(value: string): WallTime | null {
  const found = /^(\d{4,6})-(\d\d)-(\d\d)T(\d\d):(\d\d)/.exec(value);
  if (!found) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = found.slice(1).map(Number);
  return { year, month, day, hour, minute };
}
