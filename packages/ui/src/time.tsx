'use client';

import clsx from 'clsx';
import { createContext, type ReactNode, use } from 'react';
import { formatTime, type TimeFormat, type TimeSettings } from './time-format.tsx';
import { tooltip } from './tooltip.tsx';
import { useNow } from './use-now.tsx';

const TimeSettingsContext = createContext<TimeSettings>({});

/** The reader's locale and zone. With both, the server can already write the times that the reader will see. */
export function TimeSettingsProvider({ locale, timeZone, children }: TimeSettings & { children: ReactNode }) {
  return <TimeSettingsContext value={{ locale, timeZone }}>{children}</TimeSettingsContext>;
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
  const known = now !== null || (format !== 'relative' && settings.locale && settings.timeZone);
  const shown = known ? settings : { locale: 'en-GB', timeZone: 'UTC' };
  const full = formatTime(at, 'full', shown);
  return (
    <time
      dateTime={at.toISOString()}
      className={clsx('tabular-nums', !known && 'invisible', className)}
      {...(known ? tooltip(prefix ? `${prefix} ${full}` : full) : {})}
    >
      {formatTime(at, format, { ...shown, now: now ?? at.getTime() })}
    </time>
  );
}
