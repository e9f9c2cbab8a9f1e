'use client';

import { useCallback, useEffect, useSyncExternalStore } from 'react';
import { useSession } from './session.tsx';
import { useSync } from './sync-provider.tsx';

/** So many people are looked up for one list. */
const MOST = 12;
/** Stands in no name. */
const BETWEEN = '\u0000';
const none: readonly string[] = [];

/** The names of those of some people, the viewer left out, whom this browser knows; `ask` looks up the first of the others. */
export function usePeopleNames(userIds: readonly string[], ask: boolean): readonly string[] {
  const { people } = useSync();
  const { me } = useSession();
  const others = userIds.filter((userId) => userId !== me.id);
  const subscribe = useCallback((changed: () => void) => people.subscribe(changed), [people]);
  const read = () => others.flatMap((userId) => people.get(userId)?.displayName ?? []).join(BETWEEN);
  const names = useSyncExternalStore(subscribe, read, read);
  const unknown = others.slice(0, MOST).join(' ');
  useEffect(() => {
    if (!ask || unknown === '') return;
    for (const userId of unknown.split(' ')) people.lookUp(userId);
  }, [people, ask, unknown]);
  return names === '' ? none : names.split(BETWEEN);
}
