'use client';

import { showToast } from '@parley/ui/toast-store';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useSession } from '../../sync/session.tsx';
import { firstPage, pageInput } from '../../trpc/page-input.ts';
import { type ApiOutput, useTRPC, useTRPCClient } from '../../trpc/trpc.ts';
import { sayWhy } from '../channels/channel-actions.ts';

export type Saved = ApiOutput['message']['saved']['items'][number];

const PAGE = 40;

/** The messages that the viewer keeps: those for later, or those that are done. */
export function useSaved(done: boolean) {
  const { workspace } = useSession();
  const trpc = useTRPC();
  const api = useTRPCClient();
  const input = { workspaceId: workspace.id, done, limit: PAGE };
  return useInfiniteQuery({
    queryKey: trpc.message.saved.infiniteQueryKey(input),
    queryFn: ({ pageParam }) => api.message.saved.query(pageInput(input, pageParam)),
    initialPageParam: firstPage(),
    getNextPageParam: (page) => page.nextCursor,
    staleTime: 0,
  });
}

/** What can be done about a message that is kept. */
export function useSavedActions({ id }: Pick<Saved, 'id'>) {
  const trpc = useTRPC();
  const api = useTRPCClient();
  const queryClient = useQueryClient();
  async function run(work: () => Promise<unknown>, done?: string): Promise<void> {
    try {
      await work();
      if (done) showToast({ text: done, key: 'saved' });
    } catch (error) {
      showToast({ text: `Couldn’t save that. ${sayWhy(error)}`, tone: 'danger', key: 'saved' });
    }
    void queryClient.invalidateQueries({ queryKey: trpc.message.savedIds.pathKey() });
    await queryClient.invalidateQueries({ queryKey: trpc.message.saved.pathKey() });
  }
  return {
    setDone: (done: boolean) => void run(() => api.message.setSavedDone.mutate({ id, done })),
    remind: (at: number | null) =>
      void run(
        () => api.message.save.mutate({ id, remindAt: at === null ? null : new Date(at).toISOString() }),
        at === null ? 'No reminder any more' : 'You will be reminded',
      ),
    remove: () => void run(() => api.message.unsave.mutate({ id }), 'Removed from Saved'),
  };
}
