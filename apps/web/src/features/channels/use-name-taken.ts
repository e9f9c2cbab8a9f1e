'use client';

import { useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { useSession } from '../../sync/session.tsx';
import { useTRPC } from '../../trpc/trpc.ts';
import { plainText } from '../members/plain-text.ts';

/** Whether a channel that the viewer may know of has this name already. Private ones of others only the server knows. */
export function useNameTaken(name: string): boolean {
  const { workspace } = useSession();
  const trpc = useTRPC();
  const q = useDeferredValue(name);
  const { data } = useQuery(
    trpc.channel.browse.queryOptions(
      { workspaceId: workspace.id, q, limit: 100 },
      { enabled: q !== '' && q.length <= 80, staleTime: 0 },
    ),
  );
  return q === name && (data?.items.some((channel) => plainText(channel.name) === plainText(name)) ?? false);
}
