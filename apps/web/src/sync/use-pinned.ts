'use client';

import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '../trpc/trpc.ts';
import { pinnedInput } from './pins.ts';
import { useSync } from './sync-provider.tsx';

/** What is pinned in a channel, kept true by its events while it is open; undefined before it is known. */
export function usePinned(channelId: string) {
  const trpc = useTRPC();
  const { pins } = useSync();
  const { data, status, refetch } = useQuery({
    ...trpc.message.pinned.queryOptions(pinnedInput(channelId)),
    queryFn: () => pins.load(channelId),
  });
  return { items: data?.items, status, retry: () => void refetch() };
}
