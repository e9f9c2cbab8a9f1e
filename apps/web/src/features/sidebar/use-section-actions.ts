'use client';

import { useMemo } from 'react';
import { useSession } from '../../sync/session.tsx';
import { useSync } from '../../sync/sync-provider.tsx';
import { useTRPCClient } from '../../trpc/trpc.ts';
import { settingActions } from '../channels/channel-actions.ts';
import { addSection, changeSection, moveSection, putInSection, removeSection } from './section-changes.ts';
import type { SectionLook, SidebarSection } from './sidebar-order.ts';

/** Changes the viewer's sections, and where channels stand. What fails tells of itself. */
export function useSectionActions() {
  const api = useTRPCClient();
  const { sections, channels } = useSync();
  const { slug } = useSession().workspace;
  return useMemo(() => {
    const setStar = async (channelId: string, starred: boolean): Promise<void> => {
      if (channels.read(channelId)?.membership?.starred === starred) return;
      await settingActions({ api, channels, channelId, slug }).star(starred);
    };
    return {
      add: (name: string, channelId?: string) => sections.change(addSection(name, channelId)),
      rename: (id: string, name: string) => sections.change(changeSection(id, { name })),
      /** Folds a section or sorts it otherwise. */
      look: ({ key, builtIn }: Pick<SidebarSection, 'key' | 'builtIn'>, look: Partial<SectionLook>) =>
        builtIn ? sections.changeLook(builtIn, look) : sections.change(changeSection(key, look)),
      remove: (id: string) => sections.change(removeSection(id)),
      move: (id: string, step: -1 | 1) => sections.change(moveSection(id, step)),
      /** Puts a channel into a section, which its key names: `starred`, an own one's id, or where it is by itself. */
      async place(channelId: string, key: string): Promise<void> {
        const starred = key === 'starred';
        const own = key === 'channels' || key === 'directs' ? null : key;
        await Promise.all([
          setStar(channelId, starred),
          starred ? undefined : sections.change(putInSection(channelId, own)),
        ]);
      },
    };
  }, [api, sections, channels, slug]);
}
