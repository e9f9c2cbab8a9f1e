'use client';

import type { ChannelMember } from '@parley/realtime/shapes';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { firstPage, pageInput } from '../../trpc/page-input.ts';
import { useTRPC, useTRPCClient } from '../../trpc/trpc.ts';

const byName = new Intl.Collator(undefined, { sensitivity: 'base' });

/** Owners first, then by name. */
function inOrder(one: ChannelMember, other: ChannelMember): number {
  return (
    Number(other.role === 'OWNER') - Number(one.role === 'OWNER') ||
    byName.compare(one.user.displayName, other.user.displayName)
  );
}

/**
 * A channel's members, page by page; those that are there by owners first, then by name, read anew when one comes or
 * goes. `all` has every page fetched, one after the other: to look for somebody among them.
 */
export function useMembers(channelId: string, { all = false }: { all?: boolean } = {}) {
  const trpc = useTRPC();
  const api = useTRPCClient();
  const input = { channelId, limit: 100 };
  const { data, status, refetch, fetchNextPage, hasNextPage, isFetchingNextPage, isFetchNextPageError } =
    useInfiniteQuery({
      queryKey: trpc.channel.members.infiniteQueryKey({ channelId }),
      queryFn: ({ pageParam }) => api.channel.members.query(pageInput(input, pageParam)),
      initialPageParam: firstPage(),
      getNextPageParam: (page) => page.nextCursor,
    });
  const goesOn = all && hasNextPage && !isFetchingNextPage && !isFetchNextPageError;
  useEffect(() => {
    if (goesOn) void fetchNextPage();
  }, [goesOn, fetchNextPage]);
  const members = useMemo(() => (data?.pages.flatMap((page) => page.items) ?? []).toSorted(inOrder), [data]);
  return {
    members,
    status,
    retry: () => void refetch(),
    hasMore: hasNextPage,
    isFetchingMore: isFetchingNextPage,
    more: () => void fetchNextPage(),
  };
}
