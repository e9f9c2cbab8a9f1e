'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useSession } from '../../sync/session.tsx';
import { useSync } from '../../sync/sync-provider.tsx';
import { useTRPC } from '../../trpc/trpc.ts';
import { watchWorkspaces } from './workspace-news.ts';
import type { WorkspaceItem } from './workspaces-context.tsx';

/** The viewer's workspaces: as the server read them for the page, and then as they are called since. */
export function useLiveWorkspaces(read: readonly WorkspaceItem[]): readonly WorkspaceItem[] {
  const { workspace } = useSession();
  const { onInbox } = useSync();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { data } = useQuery(
    trpc.workspace.list.queryOptions(undefined, {
      initialData: { items: [...read] },
      staleTime: Number.POSITIVE_INFINITY,
    }),
  );
  useEffect(
    () =>
      watchWorkspaces(onInbox, () => void queryClient.invalidateQueries({ queryKey: trpc.workspace.list.queryKey() })),
    [onInbox, trpc, queryClient],
  );
  const slug = data.items.find(({ id }) => id === workspace.id)?.slug ?? workspace.slug;
  useEffect(() => {
    // All links hold the old address: the page begins anew at the new one, where it was.
    if (slug !== workspace.slug) location.replace(location.href.replace(`/w/${workspace.slug}`, `/w/${slug}`));
  }, [slug, workspace.slug]);
  return data.items;
}
