import { parseDuration } from './parse-duration.ts';
import { momentOf, type WallTime, wallTimeAt } from './schedule-times.ts';

/** Whose clocks are meant, and what they show now (ms). */
export interface Clock {
  readonly now: number;
  readonly timeZone: string;
}

/** A moment (ms), and what is written behind it. */
export interface When {
  readonly at: number;
  readonly rest: string;
}

const MORNING = 9;
const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const days = `today|tomorrow|next week|(?:on\\s+)?(?:${weekdays.join('|')})`;
const clock = '(\\d{1,2})(?::(\\d\\d))?\\s*(am|pm)?';
const byDay = new RegExp(`^(${days})(?:,?\\s+(?:at\\s+)?${clock}(?=[\\s,]|$))?(?=[\\s,]|$)`, 'i');
const byClock = new RegExp(`^(?:(?:at|until)\\s+)${clock}(?=[\\s,]|$)`, 'i');
const bare = /^(\d{1,2}):(\d\d)()(?=[\s,]|$)/;

/**
 * The moment with which a text begins: `in 20m`, `at 15:00`, `until 5pm`, `tomorrow`, `Monday at 10:00`, `next week`; null when
 * it begins with none. A time of day that has passed is tomorrow's; a day without a time is its morning.
 */
export function parseWhen(text: string, { now, timeZone }: Clock): When | null {
  const written = text.trim().replace(/^until\s+(?!\d)/i, '');
  const span = parseDuration(written);
  if (span) return { at: now + span.ms, rest: span.rest };
  const today = wallTimeAt(now, timeZone);
  const onDay = byDay.exec(written);
  const found = onDay ?? byClock.exec(written) ?? bare.exec(written);
  if (!found) return null;
  const rest = written.slice(found[0].length).replace(/^,/, '').trim();
  const [hour, minute, half] = onDay ? found.slice(2) : found.slice(1);
  const time = hour === undefined ? { hour: MORNING, minute: 0 } : timeOfDay({ hour, minute, half });
  if (!time) return null;
  const at = (later: number) => momentOf({ ...dayAfter(today, later), ...time }, timeZone);
  if (onDay) return { at: at(daysUntil(onDay[1] ?? '', today)), rest };
  return { at: at(0) > now ? at(0) : at(1), rest };
}

/** Hours as they are written: `15`, `15:30`, `3pm`. Null for what no clock shows. */
function timeOfDay(written: { hour: string; minute: string | undefined; half: string | undefined }) {
  const half = written.half?.toLowerCase();
  const [hour, minute] = [Number(written.hour), Number(written.minute ?? 0)];
  if (minute > 59 || hour > 23 || (half !== undefined && half !== '' && (hour < 1 || hour > 12))) return null;
  if (half === 'pm') return { hour: (hour % 12) + 12, minute };
  return { hour: half === 'am' ? hour % 12 : hour, minute };
}

function dayAfter({ year, month, day }: WallTime, days: number) {
  const date = new Date(Date.UTC(year, month - 1, day + days));
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** From one to seven days for a weekday; next week begins on its Monday. */
function daysUntil(name: string, { year, month, day }: WallTime): number {
  const wanted = name.toLowerCase().replace(/^on\s+/, '');
  if (wanted === 'today') return 0;
  if (wanted === 'tomorrow') return 1;
  const weekday = weekdays.indexOf(wanted === 'next week' ? 'monday' : wanted);
  const now = new Date(Date.UTC(year, month - 1, day)).getUTCDay();
  return (weekday - now + 7) % 7 || 7;
}
