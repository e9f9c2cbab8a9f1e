import { useEffect } from 'react';
import { fetchLateCode } from './late-code.ts';

/** In milliseconds: long after all that the first look at the page needs. */
const LONG_SETTLED = 15_000;

/** Fetches what may be opened later, long after the page is there, and what is left of it when the network comes back. */
export function useLateCode(): void {
  useEffect(() => {
    const left = new AbortController();
    const begin = (): void => void fetchLateCode(left.signal);
    const timer = setTimeout(begin, LONG_SETTLED);
    window.addEventListener('online', begin, { signal: left.signal });
    return () => {
      left.abort();
      clearTimeout(timer);
    };
  }, []);
}
