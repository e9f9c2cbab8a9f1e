'use client';

import type { User } from '@parley/realtime/shapes';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { useSession } from '../../sync/session.tsx';
import { useTRPC } from '../../trpc/trpc.ts';

const none: readonly User[] = [];

/** People of the workspace whose names answer to what was typed; everybody, for a start, when nothing was. */
export function useFoundPeople(typed: string) {
  const { workspace } = useSession();
  const trpc = useTRPC();
  const q = useDeferredValue(typed.trim());
  const { data, status, refetch } = useQuery(
    trpc.user.search.queryOptions(
      { workspaceId: workspace.id, q, limit: 30 },
      { staleTime: 0, placeholderData: keepPreviousData },
    ),
  );
  return { people: data?.items ?? none, status, retry: () => void refetch() };
}
