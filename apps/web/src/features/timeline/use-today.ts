'use client';

import { useEffect, useState } from 'react';
import { dayOf, nextMidnight } from './day.ts';

/** Timers may sleep with the machine: the day is also looked up this often, in milliseconds. */
const LONGEST = 60 * 60_000;

/** The viewer's day now, as `2026-11-18`. Changes at their midnight. */
export function useToday(timeZone: string | undefined): string {
  const [today, setToday] = useState(() => dayOf(Date.now(), timeZone));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const look = () => {
      clearTimeout(timer);
      const now = Date.now();
      setToday(dayOf(now, timeZone));
      timer = setTimeout(look, Math.min(LONGEST, nextMidnight(now, timeZone) - now + 50));
    };
    look();
    document.addEventListener('visibilitychange', look);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [timeZone]);
  return today;
}
