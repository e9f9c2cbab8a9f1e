'use client';

import type { User } from '@parley/realtime/shapes';
import { useCallback, useSyncExternalStore } from 'react';
import { useSync } from './sync-provider.tsx';

/** A person this browser has heard of, or undefined. */
export function usePerson(userId: string): User | undefined {
  const { people } = useSync();
  const subscribe = useCallback((changed: () => void) => people.subscribe(changed), [people]);
  return useSyncExternalStore(
    subscribe,
    () => people.get(userId),
    () => undefined,
  );
}
