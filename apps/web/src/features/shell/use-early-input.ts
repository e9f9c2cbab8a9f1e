'use client';

import { useEffect } from 'react';
import { replayEarlyInput } from './early-input.ts';

/** Answers what was pressed before the page was alive, once it is. */
export function useEarlyInput(): void {
  useEffect(() => {
    // Not in the effect itself: parents, such as the router, take notice of the address only in effects of their own.
    const timer = setTimeout(replayEarlyInput);
    return () => clearTimeout(timer);
  }, []);
}
