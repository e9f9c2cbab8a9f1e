'use client';

import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { SectionList, SectionLooks, StoredSection } from '../../sync/sections.ts';
import { useSession } from '../../sync/session.tsx';
import { useChannels } from '../../sync/use-channels.ts';
import { useTRPC } from '../../trpc/trpc.ts';
import { usePlace } from '../shell/use-place.ts';
import { type SidebarSection, sidebarSections } from './sidebar-order.ts';
import { useMuteClock } from './use-mute-clock.ts';
import { useUnreadOnly } from './use-unread-only.ts';

const none: readonly StoredSection[] = [];
const look = { collapsed: false, order: 'NAME' } as const;
const plain: SectionLooks = { starred: look, channels: look, directs: { ...look, order: 'RECENT' } };

function useStoredSections(): SectionList | undefined {
  const { workspace } = useSession();
  const trpc = useTRPC();
  return useQuery(
    trpc.channel.sections.queryOptions({ workspaceId: workspace.id }, { staleTime: Number.POSITIVE_INFINITY }),
  ).data;
}

/** The viewer's own sections, as they are stored. */
export function useOwnSections(): readonly StoredSection[] {
  return useStoredSections()?.sections ?? none;
}

/** The sidebar's sections as they are drawn now. */
export function useSidebarSections(): SidebarSection[] {
  const { workspace, me } = useSession();
  const { channelId } = usePlace();
  const { channels } = useChannels(workspace.id);
  const { unreadOnly } = useUnreadOnly();
  const { sections: own = none, looks = plain } = useStoredSections() ?? {};
  const now = useMuteClock(channels);
  return useMemo(
    () =>
      sidebarSections({
        channels,
        sections: own,
        looks,
        openId: channelId,
        viewerId: me.id,
        unreadOnly,
        now,
      }),
    [channels, own, looks, channelId, me.id, unreadOnly, now],
  );
}
