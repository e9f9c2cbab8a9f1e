const SLOT = 15 * 60_000;
const DAY = 24 * 60 * 60_000;
const known = new Map<string, string>();
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string | undefined): Intl.DateTimeFormat {
  const key = timeZone ?? '';
  const made = formats.get(key);
  if (made) return made;
  const fields = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  const format = new Intl.DateTimeFormat('en-CA', timeZone ? { ...fields, timeZone } : fields);
  formats.set(key, format);
  return format;
}

/** The local day of an instant (milliseconds), as `2026-11-18`. Days begin on quarters of an hour in every zone. */
export function dayOf(at: number, timeZone: string | undefined): string {
  const slot = Math.floor(at / SLOT);
  const key = `${timeZone} ${slot}`;
  const remembered = known.get(key);
  if (remembered) return remembered;
  const day = formatOf(timeZone).format(slot * SLOT);
  if (known.size > 50_000) known.clear();
  known.set(key, day);
  return day;
}

/** The next instant (milliseconds) at which another local day begins. */
export function nextMidnight(now: number, timeZone: string | undefined): number {
  const today = dayOf(now, timeZone);
  let slot = Math.floor(now / SLOT) + 1;
  while (dayOf(slot * SLOT, timeZone) === today) slot += 1;
  return slot * SLOT;
}

/** The instant (milliseconds) at which a local day begins. */
export function dayStart(day: string, timeZone: string | undefined): number {
  let slot = Math.floor((Date.parse(`${day}T00:00:00Z`) - DAY) / SLOT);
  while (dayOf(slot * SLOT, timeZone) < day) slot += 1;
  return slot * SLOT;
}

export interface DayNames {
  /** The viewer's day now, as `2026-11-18`. */
  today: string;
  locale?: string | undefined;
}

/** A day in words: Today, Yesterday, `Wednesday 18 November`; with the year when it is another one. */
export function dayName(day: string, { today, locale }: DayNames): string {
  if (day === today) return 'Today';
  if (day === dayBefore(today)) return 'Yesterday';
  const year = day.slice(0, 4) === today.slice(0, 4) ? {} : ({ year: 'numeric' } as const);
  const fields = { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC', ...year } as const;
  return new Intl.DateTimeFormat(locale, fields).format(new Date(`${day}T00:00:00Z`));
}

function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - DAY).toISOString().slice(0, 10);
}
