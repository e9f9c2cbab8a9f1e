'use client';

import type { ChannelMember } from '@parley/realtime/shapes';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type Api, useTRPC, useTRPCClient } from '../../trpc/trpc.ts';

const PAGE = 100;
const MOST = 500;
const byName = new Intl.Collator(undefined, { sensitivity: 'base' });

/** The first members of a channel, up to `MOST`. */
async function readMembers(api: Api, channelId: string) {
  const items: ChannelMember[] = [];
  let cursor: string | undefined;
  do {
    const page = await api.channel.members.query({ channelId, limit: PAGE, ...(cursor ? { cursor } : {}) });
    items.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined && items.length < MOST);
  return { items, nextCursor: cursor ?? null };
}

/** A channel's members, owners first, then by name; read anew when one comes or goes. At most 500. */
export function useMembers(channelId: string) {
  const trpc = useTRPC();
  const api = useTRPCClient();
  const { data, status, refetch } = useQuery({
    queryKey: trpc.channel.members.queryKey({ channelId }),
    queryFn: () => readMembers(api, channelId),
  });
  const members = useMemo(
    () =>
      (data?.items ?? []).toSorted(
        (one, other) =>
          Number(other.role === 'OWNER') - Number(one.role === 'OWNER') ||
          byName.compare(one.user.displayName, other.user.displayName),
      ),
    [data],
  );
  return { members, status, retry: () => void refetch() };
}
