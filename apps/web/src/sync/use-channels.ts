'use client';

import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { type ApiOutput, useTRPC } from '../trpc/trpc.ts';

export type ChannelListItem = ApiOutput['channel']['list']['items'][number];

const none: ChannelListItem[] = [];

/**
 * The caller's channels with unread, mentions and the newest message, kept true by the inbox. Sorting and sections are
 * the caller's business. Prefetch `trpc.channel.list.queryOptions({ workspaceId })` on the server.
 */
export function useChannels(workspaceId: string) {
  const trpc = useTRPC();
  const { data, status, error, refetch } = useQuery(trpc.channel.list.queryOptions({ workspaceId }));
  return { channels: data?.items ?? none, status, error, refetch };
}

/** One of the caller's channels, or undefined while unknown or when the caller is not in it. */
export function useChannel(workspaceId: string, channelId: string): ChannelListItem | undefined {
  return useListedChannel(workspaceId, channelId).channel;
}

/** One of the caller's channels, and whether the list of them is known. Drawn anew only when that channel changes. */
export function useListedChannel(workspaceId: string, channelId: string) {
  const trpc = useTRPC();
  const select = useCallback(
    ({ items }: ApiOutput['channel']['list']) => items.find((channel) => channel.id === channelId),
    [channelId],
  );
  const { data, status } = useQuery(trpc.channel.list.queryOptions({ workspaceId }, { select }));
  return { channel: data, status };
}
