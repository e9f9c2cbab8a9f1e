'use client';

import { showToast } from '@parley/ui/toast-store';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useSync } from '../../sync/sync-provider.tsx';
import { useTRPC } from '../../trpc/trpc.ts';
import { sayWhy } from '../channels/channel-actions.ts';

const none: readonly [] = [];

/** Whom the viewer wants nothing from, and what changes that. */
export function useBlocked() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { channels } = useSync();
  const { data, status, refetch } = useQuery(trpc.user.blocked.queryOptions(undefined, { staleTime: 10_000 }));
  const onSettled = async (): Promise<void> => {
    // A conversation with somebody blocked is off the list, and comes back with them.
    await Promise.all([
      queryClient.invalidateQueries({ queryKey: trpc.user.blocked.queryKey() }),
      channels.refresh().catch(() => undefined),
    ]);
  };
  const block = useMutation(trpc.user.block.mutationOptions({ onSettled }));
  const unblock = useMutation(
    trpc.user.unblock.mutationOptions({
      onSettled,
      onError: (error) => showToast({ text: `Couldn’t unblock them. ${sayWhy(error)}`, tone: 'danger' }),
    }),
  );
  const items = data?.items ?? none;
  return {
    items,
    status,
    retry: () => void refetch(),
    isKnown: data !== undefined,
    isBlocked: (userId: string): boolean => items.some(({ user }) => user.id === userId),
    block,
    unblock,
  };
}
