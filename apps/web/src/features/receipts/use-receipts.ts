'use client';

import type { Message } from '@parley/realtime/shapes';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { onChannelSignal } from '../../sync/channel-signals.ts';
import { useSync } from '../../sync/sync-provider.tsx';
import { type ApiOutput, useTRPC, useTRPCClient } from '../../trpc/trpc.ts';

export type Receipts = ApiOutput['message']['receipts'];

/** After a first word, what is read within this is asked for at once, in milliseconds. */
const GATHER = 800;

/** Who read a message and whether it was delivered, kept true by what passes in its channel; undefined until it is known. */
export function useReceipts({ id, channelId, seq, parentId, alsoToChannel }: Message): Receipts | undefined {
  const trpc = useTRPC();
  const api = useTRPCClient();
  const sync = useSync();
  const queryClient = useQueryClient();
  const { data } = useQuery(trpc.message.receipts.queryOptions({ id }, { staleTime: 0, gcTime: 60_000 }));
  const thread = alsoToChannel ? null : parentId;
  useEffect(() => {
    let wait: ReturnType<typeof setTimeout> | undefined;
    let again = false;
    const ask = (): void => void queryClient.invalidateQueries({ queryKey: trpc.message.receipts.queryKey({ id }) });
    const askSoon = (): void => {
      if (wait !== undefined) {
        again = true;
        return;
      }
      ask();
      wait = setTimeout(() => {
        wait = undefined;
        if (again) askSoon();
        again = false;
      }, GATHER);
    };
    const offSignals = onChannelSignal(api, channelId, (signal) => {
      if (signal.type === 'typing' || signal.seq < seq) return;
      // What was delivered is told of a conversation as a whole, its threads with it.
      if (signal.type === 'delivered' || signal.parentId === thread) askSoon();
    });
    // Signals have no numbers: after an interruption the truth is read anew.
    const offInbox = sync.onInbox((event) => event.type === 'ready' && askSoon());
    return () => {
      clearTimeout(wait);
      offSignals();
      offInbox();
    };
  }, [api, trpc, sync, queryClient, id, channelId, seq, thread]);
  return data;
}
