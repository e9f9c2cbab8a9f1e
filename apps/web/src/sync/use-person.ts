'use client';

import type { User } from '@parley/realtime/shapes';
import { useCallback, useEffect, useSyncExternalStore } from 'react';
import { useSync } from './sync-provider.tsx';

/** A person, asked for if this browser has not heard of them; undefined until then, and for one who may not be known. */
export function usePerson(userId: string): User | undefined {
  const { people } = useSync();
  const subscribe = useCallback((changed: () => void) => people.subscribe(changed), [people]);
  const person = useSyncExternalStore(
    subscribe,
    () => people.get(userId),
    () => people.get(userId),
  );
  const unknown = person === undefined;
  useEffect(() => {
    if (unknown) people.lookUp(userId);
  }, [people, userId, unknown]);
  return person;
}
