'use client';

import { useCallback, useSyncExternalStore } from 'react';

/** Whether a media query holds, kept up to date. `assumed` stands on the server and while hydrating. */
export function useMediaQuery(query: string, assumed = false): boolean {
  const subscribe = useCallback(
    (changed: () => void) => {
      const list = window.matchMedia(query);
      list.addEventListener('change', changed);
      return () => list.removeEventListener('change', changed);
    },
    [query],
  );
  return useSyncExternalStore(
    subscribe,
    () => window.matchMedia(query).matches,
    () => assumed,
  );
}
