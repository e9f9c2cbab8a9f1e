'use client';

import type { InboxEvent } from '@parley/realtime/events';
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useSession } from '../../sync/session.tsx';
import { useSync } from '../../sync/sync-provider.tsx';
import { firstPage, pageInput } from '../../trpc/page-input.ts';
import { type ApiOutput, useTRPC, useTRPCClient } from '../../trpc/trpc.ts';

export type Activity = ApiOutput['mention']['list']['items'][number];

const PAGE = 40;
/** Counted up to this; more are shown as many. */
export const MOST_COUNTED = 20;
/** What happens within this is read at once, in milliseconds. */
const GATHER = 400;

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

const news = new Set(['ready', 'readElsewhere', 'threadActivity', 'activityChanged', 'notification']);

/** Whether what the inbox says may change the list. `mentions` holds what was said of each channel last. */
function concerns(event: InboxEvent, mentions: Map<string, number>): boolean {
  if (event.type !== 'channelActivity') return news.has(event.type);
  const before = mentions.get(event.channelId) ?? 0;
  mentions.set(event.channelId, event.mentions);
  return event.mentions > 0 || before > 0;
}

function useActivityNews(): void {
  const sync = useSync();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const mentions = new Map<string, number>();
    const off = sync.onInbox((event) => {
      if (!concerns(event, mentions)) return;
      timer ??= setTimeout(() => {
        timer = undefined;
        void queryClient.invalidateQueries({ queryKey: trpc.mention.list.pathKey() });
      }, GATHER);
    });
    return () => {
      off();
      clearTimeout(timer);
    };
  }, [sync, trpc, queryClient]);
}
