'use client';

import { useQuery } from '@tanstack/react-query';
import { useSession } from '../../sync/session.tsx';
import { type ApiOutput, useTRPC } from '../../trpc/trpc.ts';

export type Scheduled = ApiOutput['message']['scheduled']['items'][number];

const none: Scheduled[] = [];
/** What is due leaves the list by itself, in milliseconds. */
const EVERY = 30_000;

/** The messages of the viewer that are to be sent later, and those that could not be. */
export function useScheduled() {
  const { workspace } = useSession();
  const trpc = useTRPC();
  const { data, status, refetch } = useQuery(
    trpc.message.scheduled.queryOptions({ workspaceId: workspace.id }, { staleTime: 0, refetchInterval: EVERY }),
  );
  return { items: data?.items ?? none, status, refetch };
}
