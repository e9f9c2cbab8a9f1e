'use client';

import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { StoredSection } from '../../sync/sections.ts';
import { useSession } from '../../sync/session.tsx';
import { useChannels } from '../../sync/use-channels.ts';
import { useTRPC } from '../../trpc/trpc.ts';
import { usePlace } from '../shell/use-place.ts';
import { type SidebarSection, sidebarSections } from './sidebar-order.ts';
import { useMuteClock } from './use-mute-clock.ts';
import { useSidebarLook } from './use-sidebar-look.ts';

const none: readonly StoredSection[] = [];

/** The viewer's own sections, as they are stored. */
export function useOwnSections(): readonly StoredSection[] {
  const { workspace } = useSession();
  const trpc = useTRPC();
  const { data } = useQuery(
    trpc.channel.sections.queryOptions({ workspaceId: workspace.id }, { staleTime: Number.POSITIVE_INFINITY }),
  );
  return data?.sections ?? none;
}

/** The sidebar's sections as they are drawn now. */
export function useSidebarSections(): SidebarSection[] {
  const { workspace, me } = useSession();
  const { channelId } = usePlace();
  const { channels } = useChannels(workspace.id);
  const { looks, unreadOnly, orders } = useSidebarLook();
  const own = useOwnSections();
  const now = useMuteClock(channels);
  return useMemo(
    () =>
      sidebarSections({
        channels,
        sections: own.map((section) => ({ ...section, order: orders[section.id] ?? 'NAME' })),
        looks,
        openId: channelId,
        viewerId: me.id,
        unreadOnly,
        now,
      }),
    [channels, own, orders, looks, channelId, me.id, unreadOnly, now],
  );
}
