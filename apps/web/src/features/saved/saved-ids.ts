'use client';

import { useQuery } from '@tanstack/react-query';
import { useSession } from '../../sync/session.tsx';
import { useTRPC } from '../../trpc/trpc.ts';

/** Whether the viewer keeps a message for later and has not dealt with it. */
export function useIsSaved(messageId: string): boolean {
  const trpc = useTRPC();
  const { workspace } = useSession();
  const select = ({ ids }: { ids: string[] }) => ids.includes(messageId);
  const staleTime = Number.POSITIVE_INFINITY;
  const { data } = useQuery(trpc.message.savedIds.queryOptions({ workspaceId: workspace.id }, { select, staleTime }));
  return data ?? false;
}
