import type { Realtime } from '@parley/realtime/realtime';
import { readChangesForServer } from '../message/read-changes.ts';
import { readChannelHeads } from './read-channel-heads.ts';

/**
 * Starts asking the database every 2 s which listened channels moved, so that a lost hint costs seconds at most. Once for
 * each process that serves subscriptions; answers how to stop.
 */
export function startHeadCheck(realtime: Realtime, everyMs?: number): () => void {
  const options = { readHeads: readChannelHeads, readChanges: readChangesForServer };
  return realtime.hub.startCheck(everyMs === undefined ? options : { ...options, everyMs });
}
