'use client';

import type { User } from '@parley/realtime/shapes';
import { useCallback, useEffect, useSyncExternalStore } from 'react';
import { useSync } from './sync-provider.tsx';

/** A person, asked for if this browser has not heard of them; undefined until then, for one who may not be known, and for nobody. */
export function usePerson(userId: string | null): User | undefined {
  const { people } = useSync();
  const subscribe = useCallback((changed: () => void) => people.subscribe(changed), [people]);
  const person = useSyncExternalStore(
    subscribe,
    () => people.get(userId ?? ''),
    () => people.get(userId ?? ''),
  );
  const unknown = person === undefined ? userId : null;
  useEffect(() => {
    if (unknown) people.lookUp(unknown);
  }, [people, unknown]);
  return person;
}
