'use client';

import { useCallback, useSyncExternalStore } from 'react';
import { useSync } from '../../sync/sync-provider.tsx';

/** What is typed in a conversation (its `talkKey`) and not sent, and what changes it. The same in every tab, and after a reload. */
export function useDraft(key: string): [string, (body: string) => void] {
  const { drafts } = useSync();
  const subscribe = useCallback((changed: () => void) => drafts.subscribe(changed), [drafts]);
  const body = useSyncExternalStore(
    subscribe,
    () => drafts.read(key),
    () => '',
  );
  const write = useCallback((text: string) => drafts.write(key, text), [drafts, key]);
  return [body, write];
}
