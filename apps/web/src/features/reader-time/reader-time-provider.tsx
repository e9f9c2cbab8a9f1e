'use client';

import { TimeSettingsProvider } from '@parley/ui/time';
import { useHydrated } from '@parley/ui/use-hydrated';
import { type ReactNode, useEffect } from 'react';
import { READER_TIME_COOKIE, type ReaderTime, readerTimeText } from './reader-time.ts';

const YEAR = 31_536_000;
/** What server and browser both write alike while the reader's own settings are not known. */
const GUESS = { locale: 'en-GB', timeZone: 'UTC', guessed: true };

export interface ReaderTimeProviderProps {
  /** What this browser said before. */
  stored: ReaderTime | undefined;
  children: ReactNode;
}

/**
 * Gives times and days the reader's locale and zone: those that this browser said before, so that the server writes what
 * the reader will see, and once the page runs the browser's own, which are remembered for the next page.
 */
export function ReaderTimeProvider({ stored, children }: ReaderTimeProviderProps) {
  const hydrated = useHydrated();
  const settings = hydrated ? browserTime() : (stored ?? GUESS);
  useEffect(() => {
    const text = readerTimeText(browserTime());
    if (stored && readerTimeText(stored) === text) return;
    const secure = location.protocol === 'https:' ? '; Secure' : '';
    const value = encodeURIComponent(text);
    document.cookie = `${READER_TIME_COOKIE}=${value}; Path=/; Max-Age=${YEAR}; SameSite=Lax${secure}`;
  }, [stored]);
  return <TimeSettingsProvider {...settings}>{children}</TimeSettingsProvider>;
}

let known: ReaderTime | undefined;

function browserTime(): ReaderTime {
  if (known) return known;
  const { locale, timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  known = { locale, timeZone };
  return known;
}
