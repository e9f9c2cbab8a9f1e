'use client';

import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useSyncExternalStore } from 'react';
import type { ChannelLog } from './channel-log.ts';
import { channelLogKey } from './channel-log-query.ts';
import type { StoredSend } from './device-database.ts';
import { useSync } from './sync-provider.tsx';
import { talkOf } from './talk.ts';

export interface ChannelLogState {
  /** Undefined before the first page. */
  log: ChannelLog | undefined;
  /** What waits to be sent here, or was refused. */
  waiting: readonly StoredSend[];
  error: Error | null;
  retry: () => void;
}

const nothing: readonly StoredSend[] = [];

/** What this browser knows of a conversation (its `talkKey`), followed while the component stands. Log and outbox always agree. */
export function useChannelLog(key: string): ChannelLogState {
  const sync = useSync();
  const { logs, outbox, feeds } = sync;
  const { channelId, parentId } = talkOf(key);
  const { error, refetch } = useQuery({
    queryKey: channelLogKey(key),
    queryFn: () => logs.load(key),
    // A thread is complete only while its channel is followed.
    refetchOnMount: parentId === null || 'always',
    notifyOnChangeProps: ['error'],
  });
  const subscribe = useCallback(
    (changed: () => void) => {
      const offLog = logs.subscribe(key, changed);
      const offOutbox = outbox.subscribe(changed);
      return () => {
        offLog();
        offOutbox();
      };
    },
    [logs, outbox, key],
  );
  // Read when rendering, not when told: a message that leaves the outbox for the log is never missing from both.
  const read = () => logs.read(key);
  const log = useSyncExternalStore(subscribe, read, read);
  const waiting = useSyncExternalStore(
    subscribe,
    () => outbox.waiting(key),
    () => nothing,
  );
  useEffect(() => feeds.open(channelId), [feeds, channelId]);
  return { log, waiting, error, retry: () => void refetch() };
}
