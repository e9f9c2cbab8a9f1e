'use client';

import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '../trpc/trpc.ts';
import { pinnedInput } from './pins.ts';

/** What is pinned in a channel, kept true by its events while it is open; undefined before it is known. */
export function usePinned(channelId: string) {
  const trpc = useTRPC();
  const { data, status, refetch } = useQuery(trpc.message.pinned.queryOptions(pinnedInput(channelId)));
  return { items: data?.items, status, retry: () => void refetch() };
}
