'use client';

import { useCallback, useSyncExternalStore } from 'react';
import { useSync } from '../../sync/sync-provider.tsx';

/** What is typed in a channel and not sent, and what changes it. The same in every tab, and after a reload. */
export function useDraft(channelId: string): [string, (body: string) => void] {
  const { drafts } = useSync();
  const subscribe = useCallback((changed: () => void) => drafts.subscribe(changed), [drafts]);
  const body = useSyncExternalStore(
    subscribe,
    () => drafts.read(channelId),
    () => '',
  );
  const write = useCallback((text: string) => drafts.write(channelId, text), [drafts, channelId]);
  return [body, write];
}
