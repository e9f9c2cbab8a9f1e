'use client';

import { hourDigits } from '@parley/ui/time-format';
import { useNow } from '@parley/ui/use-now';

export interface LocalTimeProps {
  /** An IANA name; nothing is drawn without one. */
  readonly timezone: string | null;
  /** Stands before it. */
  readonly before?: string;
  /** Also when it is the reader's own time. */
  readonly always?: boolean;
}

/** What time it is where somebody is. */
export function LocalTime({ timezone, before = '', always = false }: LocalTimeProps) {
  const now = useNow(true);
  const time = now === null || timezone === null ? null : localTime(timezone, now);
  if (!time || !(always || time.differs)) return null;
  return (
    <span className="shrink-0 tabular-nums">
      {before} {time.words} local time
    </span>
  );
}

function format(now: number, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(undefined, { hour: hourDigits(undefined), minute: '2-digit', ...options }).format(now);
}

/** The time of day in a zone and whether it is not the reader's own; null where the browser does not know the zone. */
export function localTime(timeZone: string, now: number): { words: string; differs: boolean } | null {
  try {
    const there = format(now, { timeZone, weekday: 'short' });
    return { words: format(now, { timeZone }), differs: there !== format(now, { weekday: 'short' }) };
  } catch {
    return null;
  }
}
