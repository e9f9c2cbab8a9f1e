'use client';

import { useSyncExternalStore } from 'react';

const never = () => () => undefined;

/** False on the server and while hydrating, true ever after: for what only the browser can draw. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
