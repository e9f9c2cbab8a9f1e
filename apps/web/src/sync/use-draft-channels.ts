'use client';

import { useCallback, useSyncExternalStore } from 'react';
import { useSync } from './sync-provider.tsx';

const none: ReadonlySet<string> = new Set();

/** The channels in which something was typed and not sent. For the mark in the sidebar. */
export function useDraftChannels(): ReadonlySet<string> {
  const { drafts } = useSync();
  const subscribe = useCallback((changed: () => void) => drafts.subscribe(changed), [drafts]);
  return useSyncExternalStore(
    subscribe,
    () => drafts.channels(),
    () => none,
  );
}
