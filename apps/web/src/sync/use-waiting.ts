'use client';

import { useCallback, useSyncExternalStore } from 'react';
import type { StoredSend } from './device-database.ts';
import { useSync } from './sync-provider.tsx';

const nothing: readonly StoredSend[] = [];

/** What waits to be sent in a conversation (its `talkKey`), or was refused. */
export function useWaiting(talk: string): readonly StoredSend[] {
  const { outbox } = useSync();
  const subscribe = useCallback((changed: () => void) => outbox.subscribe(changed), [outbox]);
  return useSyncExternalStore(
    subscribe,
    () => outbox.waiting(talk),
    () => nothing,
  );
}
