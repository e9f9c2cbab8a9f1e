import type { QueryClient } from '@tanstack/react-query';

const ROOT = 'channel-log';
const KEEP = 60 * 60_000;

/** The cache key of a channel's log. */
export const channelLogKey = (channelId: string) => [ROOT, channelId] as const;

/** Logs are kept true by events, are compared by identity, and stay for a while after a channel was left. */
export function setChannelLogDefaults(queryClient: QueryClient): void {
  queryClient.setQueryDefaults([ROOT], { structuralSharing: false, staleTime: Number.POSITIVE_INFINITY, gcTime: KEEP });
}
