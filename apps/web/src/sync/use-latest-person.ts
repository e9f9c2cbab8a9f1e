'use client';

import type { User } from '@parley/realtime/shapes';
import { useCallback, useSyncExternalStore } from 'react';
import { useSync } from './sync-provider.tsx';

/** A person as this browser last heard of them, which may be later than what is to be drawn with them. */
export function useLatestPerson(drawn: User): User {
  const { people } = useSync();
  const subscribe = useCallback((changed: () => void) => people.subscribe(changed), [people]);
  const latest = () => people.get(drawn.id) ?? drawn;
  return useSyncExternalStore(subscribe, latest, latest);
}
