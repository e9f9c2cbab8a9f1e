'use client';

import type { Message } from '@parley/realtime/shapes';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useSync } from '../../sync/sync-provider.tsx';
import { type ApiOutput, useTRPC, useTRPCClient } from '../../trpc/trpc.ts';
import { watchReceipts } from './watch-receipts.ts';

export type Receipts = ApiOutput['message']['receipts'];

/** Who read a message and whether it was delivered, kept true by what passes in its channel; undefined until it is known. */
export function useReceipts({ id, channelId, seq, parentId, alsoToChannel }: Message): Receipts | undefined {
  const trpc = useTRPC();
  const api = useTRPCClient();
  const { onInbox } = useSync();
  const queryClient = useQueryClient();
  const { data } = useQuery(trpc.message.receipts.queryOptions({ id }, { staleTime: 0, gcTime: 60_000 }));
  const thread = alsoToChannel ? null : parentId;
  useEffect(() => {
    const ask = (): void => void queryClient.invalidateQueries({ queryKey: trpc.message.receipts.queryKey({ id }) });
    return watchReceipts({ api, onInbox }, { channelId, seq, thread }, ask);
  }, [api, trpc, onInbox, queryClient, id, channelId, seq, thread]);
  return data;
}
