'use client';

import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useSession } from '../../sync/session.tsx';
import { firstPage, pageInput } from '../../trpc/page-input.ts';
import { type ApiOutput, useTRPC, useTRPCClient } from '../../trpc/trpc.ts';
import type { SearchSort } from './search-place.ts';

export type Hit = ApiOutput['search']['messages']['items'][number];

const PAGE = 20;

/** The messages that answer a query, as far as they were read. While another query is asked, those of the one before. */
export function useMessageHits(q: string, sort: SearchSort) {
  const { workspace } = useSession();
  const trpc = useTRPC();
  const api = useTRPCClient();
  const input = { workspaceId: workspace.id, q, sort, limit: PAGE };
  const found = useInfiniteQuery({
    queryKey: trpc.search.messages.infiniteQueryKey(input),
    queryFn: ({ pageParam, signal }) => api.search.messages.query(pageInput(input, pageParam), { signal }),
    initialPageParam: firstPage(),
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
    retry: 1,
  });
  const { data } = found;
  const hits = useMemo(() => {
    const byId = new Map<string, Hit>();
    for (const page of data?.pages ?? []) for (const hit of page.items) byId.set(hit.message.id, hit);
    return [...byId.values()];
  }, [data]);
  return { ...found, hits };
}
