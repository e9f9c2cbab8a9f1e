'use client';

import { useCallback, useEffect, useSyncExternalStore } from 'react';
import { useSync } from '../../sync/sync-provider.tsx';
import { calledPeople } from '../composer/mention-names.ts';
import { loadedEmoji } from '../emoji/load-emoji.ts';
import { messageExcerpt } from './message-excerpt.ts';

/** A message's words on one line, with the names as they are now. */
export function useExcerpt(body: string): string {
  const { people, channels } = useSync();
  const subscribe = useCallback((changed: () => void) => people.subscribe(changed), [people]);
  useEffect(() => {
    for (const id of calledPeople(body)) people.lookUp(id);
  }, [people, body]);
  const read = () =>
    messageExcerpt(body, {
      person: (id) => people.get(id)?.displayName ?? 'someone',
      channel: (id) => channels.read(id)?.name ?? 'unknown-channel',
      emoji: (text) => loadedEmoji()?.named(text.slice(1, -1))?.unicode ?? text,
    });
  return useSyncExternalStore(subscribe, read, read);
}
