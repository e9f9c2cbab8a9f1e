import type { QueryClient } from '@tanstack/react-query';

const ROOT = 'channel-log';
const KEEP = 60 * 60_000;

/** The cache key of a conversation's log, by its `talkKey`. */
export const channelLogKey = (key: string) => [ROOT, key] as const;

/** Logs are kept true by events, are compared by identity, and stay for a while after a channel was left. */
export function setChannelLogDefaults(queryClient: QueryClient): void {
  queryClient.setQueryDefaults([ROOT], { structuralSharing: false, staleTime: Number.POSITIVE_INFINITY, gcTime: KEEP });
}
