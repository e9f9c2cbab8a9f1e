'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSession } from '../../sync/session.tsx';
import { type ChannelListItem, useChannels } from '../../sync/use-channels.ts';
import { apiErrorOf } from '../../trpc/api-error.ts';
import { useTRPC } from '../../trpc/trpc.ts';

/** How the viewer stands to a channel whose address was opened. */
export type ChannelAccess =
  | { readonly kind: 'loading' }
  | { readonly kind: 'member'; readonly channel: ChannelListItem }
  /** A public channel that the viewer may look up and join. `left`: they were in it a moment ago. */
  | { readonly kind: 'outside'; readonly channel: ChannelListItem; readonly left: boolean }
  /** A conversation of the viewer's that is off their list. `shut`: it was on it a moment ago. */
  | { readonly kind: 'closed'; readonly channel: ChannelListItem; readonly shut: boolean }
  /** Was open, and is no more. */
  | { readonly kind: 'removed'; readonly name: string }
  | { readonly kind: 'missing' }
  | { readonly kind: 'failed'; readonly retry: () => void };

/** How the viewer stands to a channel, followed while it is open. Asks only about channels they are not in. */
export function useChannelAccess(channelId: string): ChannelAccess {
  const { workspace } = useSession();
  const trpc = useTRPC();
  const { channels, status, refetch } = useChannels(workspace.id);
  const channel = channels.find((other) => other.id === channelId);
  const [known, setKnown] = useState(channel);
  if (channel && channel !== known) setKnown(channel);
  const asked = useQuery(
    trpc.channel.get.queryOptions({ channelId }, { enabled: status === 'success' && !channel, staleTime: 0 }),
  );
  if (channel) return { kind: 'member', channel };
  if (status === 'error') return { kind: 'failed', retry: () => void refetch() };
  return accessOf(known, asked);
}

interface Asked {
  readonly data: ChannelListItem | undefined;
  readonly error: unknown;
  readonly isFetching: boolean;
  readonly refetch: () => unknown;
}

/** How the viewer stands to a channel that is not on their list. `known`: how it was when it was. */
function accessOf(known: ChannelListItem | undefined, asked: Asked): ChannelAccess {
  const { data, error, isFetching, refetch } = asked;
  if (apiErrorOf(error)?.code === 'NOT_FOUND') {
    return known ? { kind: 'removed', name: known.name } : { kind: 'missing' };
  }
  if (error) return { kind: 'failed', retry: () => void refetch() };
  if (data?.people && data.membership) return { kind: 'closed', channel: data, shut: known !== undefined };
  if (data && !isFetching) return { kind: 'outside', channel: data, left: known !== undefined };
  return { kind: 'loading' };
}
