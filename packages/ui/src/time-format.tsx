export interface TimeSettings {
  /** BCP 47; the browser's own when left out. */
  locale?: string | undefined;
  /** IANA name; the browser's own when left out. */
  timeZone?: string | undefined;
  /** They are not the reader's, but what holds until those are known: for days and places, not to be read. */
  guessed?: boolean | undefined;
}

/** `time` 17:20, `moment` 18 Nov, 17:20, `day` Wednesday 18 November, `date` 18 Nov 2026, `relative` 20 minutes ago, `full` all of it. */
export type TimeFormat = 'time' | 'moment' | 'day' | 'date' | 'relative' | 'full';

const fields: Record<Exclude<TimeFormat, 'relative'>, Intl.DateTimeFormatOptions> = {
  time: { hour: 'numeric', minute: '2-digit' },
  moment: { day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit' },
  day: { weekday: 'long', day: 'numeric', month: 'long' },
  date: { day: 'numeric', month: 'short', year: 'numeric' },
  full: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', hour: 'numeric', minute: '2-digit' },
};

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const made = new Map<string, Intl.DateTimeFormat>();

function formatter(format: Exclude<TimeFormat, 'relative'>, { locale, timeZone }: TimeSettings): Intl.DateTimeFormat {
  const key = `${format}|${locale}|${timeZone}`;
  const known = made.get(key);
  if (known) return known;
  const zone = timeZone ? { timeZone } : {};
  const hour = fields[format].hour && { hour: hourDigits(locale) };
  const fresh = new Intl.DateTimeFormat(locale, { ...fields[format], ...hour, ...zone });
  made.set(key, fresh);
  return fresh;
}

/** How an hour is written: 04:20 where the day has 24 of them, and 4:20 PM where it has twice twelve. */
export function hourDigits(locale: string | undefined): 'numeric' | '2-digit' {
  return new Intl.DateTimeFormat(locale, { hour: 'numeric' }).resolvedOptions().hour12 ? 'numeric' : '2-digit';
}

function relative(at: Date, now: number, locale: string | undefined): string | undefined {
  const ago = now - at.getTime();
  const span = Math.abs(ago);
  const words = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const past = ago < 0 ? 1 : -1;
  if (span < MINUTE) return words.format(0, 'second');
  if (span < HOUR) return words.format(past * Math.floor(span / MINUTE), 'minute');
  if (span < DAY) return words.format(past * Math.floor(span / HOUR), 'hour');
  if (span < 7 * DAY) return words.format(past * Math.floor(span / DAY), 'day');
  return undefined;
}

/** An instant in words. `relative` is only as good as `now` (ms), and turns into a date after a week. */
export function formatTime(at: Date, format: TimeFormat, settings: TimeSettings & { now?: number } = {}): string {
  if (format !== 'relative') return formatter(format, settings).format(at);
  return relative(at, settings.now ?? Date.now(), settings.locale) ?? formatter('date', settings).format(at);
}
