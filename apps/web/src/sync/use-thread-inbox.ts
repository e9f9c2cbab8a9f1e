'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { firstPage } from '../trpc/page-input.ts';
import { useTRPC } from '../trpc/trpc.ts';
import { useSession } from './session.tsx';
import { useSync } from './sync-provider.tsx';
import { type ThreadInbox, threadInboxInput } from './threads.ts';

/** How the list of followed threads is read, page by page. */
function useInboxQuery<T>(select: (pages: readonly ThreadInbox[]) => T) {
  const trpc = useTRPC();
  const { threads } = useSync();
  const { workspace } = useSession();
  const input = threadInboxInput(workspace.id);
  return useInfiniteQuery({
    queryKey: trpc.thread.inbox.infiniteQueryKey(input),
    queryFn: ({ pageParam }) => threads.readInbox(pageParam),
    initialPageParam: firstPage(),
    getNextPageParam: (page) => page.nextCursor,
    staleTime: Number.POSITIVE_INFINITY,
    select: ({ pages }) => select(pages),
  });
}

const itemsOf = (pages: readonly ThreadInbox[]) => pages.flatMap(({ items }) => items);
const hasUnread = (pages: readonly ThreadInbox[]) => itemsOf(pages).some(({ place }) => place.unread > 0);

/** The threads that the viewer follows: those with something unread first, as they were when the list was read. */
export function useThreadInbox() {
  const { data, status, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInboxQuery(itemsOf);
  return {
    items: data,
    status,
    retry: () => void refetch(),
    hasMore: hasNextPage,
    isFetchingMore: isFetchingNextPage,
    more: () => void fetchNextPage(),
  };
}

/** Whether a thread that the viewer follows has something unread. */
export function useUnreadThreads(): boolean {
  return useInboxQuery(hasUnread).data === true;
}
