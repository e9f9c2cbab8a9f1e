'use client';

import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useSession } from '../../sync/session.tsx';
import { useSync } from '../../sync/sync-provider.tsx';
import { firstPage, pageInput } from '../../trpc/page-input.ts';
import { type ApiOutput, useTRPC, useTRPCClient } from '../../trpc/trpc.ts';
import { watchActivity } from './activity-news.ts';

export type Activity = ApiOutput['mention']['list']['items'][number];

const PAGE = 40;
/** Counted up to this; more are shown as many. */
export const MOST_COUNTED = 20;

/** What concerns the viewer, the latest first, page by page. */
export function useActivity() {
  const { workspace } = useSession();
  const trpc = useTRPC();
  const api = useTRPCClient();
  const input = { workspaceId: workspace.id, limit: PAGE };
  return useInfiniteQuery({
    queryKey: trpc.mention.list.infiniteQueryKey(input),
    queryFn: ({ pageParam }) => api.mention.list.query(pageInput(input, pageParam)),
    initialPageParam: firstPage(),
    getNextPageParam: (page) => page.nextCursor,
    staleTime: 0,
  });
}

/** How much of it is new, kept true by the inbox. */
export function useActivityCount(): number {
  const { workspace } = useSession();
  const trpc = useTRPC();
  const { data } = useQuery(
    trpc.mention.list.queryOptions({ workspaceId: workspace.id, unreadOnly: true, limit: MOST_COUNTED }),
  );
  useActivityNews();
  return data?.items.length ?? 0;
}

function useActivityNews(): void {
  const { onInbox } = useSync();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  useEffect(
    () => watchActivity(onInbox, () => void queryClient.invalidateQueries({ queryKey: trpc.mention.list.pathKey() })),
    [onInbox, trpc, queryClient],
  );
}
