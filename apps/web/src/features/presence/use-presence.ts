'use client';

import type { PresenceChange, PresenceStatus } from '@parley/realtime/signals';
import type { Presence } from '@parley/ui/presence-dot';
import { useEffect, useState } from 'react';
import { useLiveConnection } from '../../trpc/provider.tsx';
import { useTRPCClient } from '../../trpc/trpc.ts';

const none: ReadonlyMap<string, Presence> = new Map();
const MOST = 500;
/** Where streams are scarce, presence is asked for instead, in milliseconds. */
const ASK_EVERY = 30_000;
const names: Record<PresenceStatus, Presence> = { ONLINE: 'online', AWAY: 'away', OFFLINE: 'offline' };

/**
 * Who of these people is there, by id; those not yet known are absent. At most 500 ids. One subscription for each use:
 * ask once for all that a place shows.
 */
export function usePresence(userIds: readonly string[]): ReadonlyMap<string, Presence> {
  const api = useTRPCClient();
  const live = useLiveConnection();
  const wanted = [...new Set(userIds)].sort().slice(0, MOST).join(' ');
  const [known, setKnown] = useState<{ wanted: string; people: ReadonlyMap<string, Presence> }>({
    wanted,
    people: none,
  });
  useEffect(() => {
    if (wanted === '') return undefined;
    const ids = wanted.split(' ');
    const take = (changes: readonly PresenceChange[]) =>
      setKnown((before) => ({
        wanted,
        people: afterPresence(before.wanted === wanted ? before.people : none, changes),
      }));
    const subscription = api.presence.onChange.subscribe({ userIds: ids }, { onData: (change) => take([change]) });
    const ask = () => {
      if (live?.isScarce && !document.hidden) void api.presence.get.query({ userIds: ids }).then(take, () => undefined);
    };
    ask();
    const timer = setInterval(ask, ASK_EVERY);
    return () => {
      clearInterval(timer);
      subscription.unsubscribe();
    };
  }, [api, live, wanted]);
  return known.wanted === wanted ? known.people : none;
}

/** Who is there after what was said of some. */
export function afterPresence(
  before: ReadonlyMap<string, Presence>,
  changes: readonly PresenceChange[],
): ReadonlyMap<string, Presence> {
  return new Map([...before, ...changes.map(({ userId, status }) => [userId, names[status]] as const)]);
}
