'use client';

import type { User } from '@parley/realtime/shapes';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { useSession } from '../../sync/session.tsx';
import { useTRPC } from '../../trpc/trpc.ts';

const none: readonly User[] = [];

/** People of the workspace whose names answer to what was typed; everybody, for a start, when nothing was. */
export function useFoundPeople(typed: string) {
  const { workspace } = useSession();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const q = useDeferredValue(typed.trim());
  const { data, status, isPlaceholderData, refetch } = useQuery(
    trpc.user.search.queryOptions(
      { workspaceId: workspace.id, q, limit: 30 },
      { staleTime: 0, placeholderData: keepPreviousData },
    ),
  );
  /** Whether these are the people for what is typed now, and not for what was typed a moment ago. */
  const settled = status !== 'pending' && !isPlaceholderData && q === typed.trim();
  /** The people for what is typed now, as soon as they are known; nobody when they cannot be asked for. */
  async function ask(): Promise<readonly User[]> {
    const wanted = { workspaceId: workspace.id, q: typed.trim(), limit: 30 };
    const options = trpc.user.search.queryOptions(wanted, { staleTime: 5_000 });
    return queryClient.fetchQuery(options).then(
      ({ items }) => items,
      () => none,
    );
  }
  return { people: data?.items ?? none, status, settled, ask, retry: () => void refetch() };
}
