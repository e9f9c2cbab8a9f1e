'use client';

import clsx from 'clsx';
import { createContext, type ReactNode, use, useMemo } from 'react';
import { formatTime, type TimeFormat, type TimeSettings } from './time-format.tsx';
import { tooltip } from './tooltip.tsx';
import { useNow } from './use-now.tsx';

const TimeSettingsContext = createContext<TimeSettings>({});

/** The reader's locale and zone. With both, the server can already write the times that the reader will see. */
export function TimeSettingsProvider({ locale, timeZone, guessed, children }: TimeSettings & { children: ReactNode }) {
  const settings = useMemo(() => ({ locale, timeZone, guessed }), [locale, timeZone, guessed]);
  return <TimeSettingsContext value={settings}>{children}</TimeSettingsContext>;
}

export function useTimeSettings(): TimeSettings {
  return use(TimeSettingsContext);
}

export interface TimeProps {
  value: Date | string | number;
  format?: TimeFormat | undefined;
  /** Before the full date in the tooltip, such as `Edited`. */
  prefix?: string | undefined;
  className?: string | undefined;
}

/**
 * An instant in human words, the full date in a tooltip: on hover, and on focus of the link or button around it.
 * Until the reader's clock and zone are known it holds its place unseen, so nothing jumps and nothing is wrong.
 */
export function Time({ value, format = 'time', prefix, className }: TimeProps) {
  const settings = use(TimeSettingsContext);
  const now = useNow(format === 'relative');
  const at = new Date(value);
  const given = settings.locale && settings.timeZone && !settings.guessed;
  const known = now !== null || (format !== 'relative' && given);
  const shown = known ? settings : { locale: 'en-GB', timeZone: 'UTC' };
  const full = formatTime(at, 'full', shown);
  return (
    <time
      dateTime={at.toISOString()}
      // Server and browser may know other spaces and commas of the same locale: either is right.
      suppressHydrationWarning
      className={clsx('tabular-nums', !known && 'invisible', className)}
      {...(known ? tooltip(prefix ? `${prefix} ${full}` : full) : {})}
    >
      {formatTime(at, format, { ...shown, now: now ?? at.getTime() })}
    </time>
  );
}
