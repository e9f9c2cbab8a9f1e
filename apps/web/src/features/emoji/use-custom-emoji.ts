'use client';

import { useQuery } from '@tanstack/react-query';
import { useSession } from '../../sync/session.tsx';
import { type ApiOutput, useTRPC } from '../../trpc/trpc.ts';

/** One of the workspace's own emoji, or another name of one. */
export type CustomEmoji = ApiOutput['emoji']['list']['items'][number];

const itemsOf = ({ items }: { items: CustomEmoji[] }) => items;

/** The workspace's own emoji by name, read when somebody first wants them and whenever they change. */
export function useCustomEmoji() {
  const trpc = useTRPC();
  const { workspace } = useSession();
  const staleTime = Number.POSITIVE_INFINITY;
  return useQuery(trpc.emoji.list.queryOptions({ workspaceId: workspace.id }, { select: itemsOf, staleTime }));
}
