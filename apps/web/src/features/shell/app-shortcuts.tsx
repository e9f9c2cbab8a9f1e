'use client';

import { moveToRegion } from '../shortcuts/page-regions.ts';
import { useShortcut } from '../shortcuts/shortcuts-provider.tsx';
import { isMuted } from '../sidebar/is-muted.ts';
import { useSidebarSections } from '../sidebar/use-sidebar-sections.ts';
import type { WorkspaceItem } from '../workspace/workspaces-context.tsx';
import { useOpenDialog } from './dialogs.tsx';
import { goTo } from './go-to.ts';
import { channelPath } from './place.ts';
import { useMarkAllRead } from './use-mark-all-read.ts';
import { usePlace } from './use-place.ts';

/** Listens for the shortcuts that work anywhere. Draws nothing. */
export function AppShortcuts({ workspace }: { workspace: WorkspaceItem }) {
  const { channelId } = usePlace();
  const sections = useSidebarSections();
  const open = useOpenDialog();
  const move = (step: 1 | -1, unreadOnly: boolean): void => {
    const all = sections.flatMap((section) => (unreadOnly ? section.channels : section.shown));
    const from = all.findIndex((channel) => channel.id === channelId);
    const start = from === -1 && step === -1 ? 0 : from;
    for (let moved = 1; moved <= all.length; moved += 1) {
      const next = all[(start + moved * step + all.length * 2) % all.length];
      if (!next || next.id === channelId) continue;
      const unread = (next.membership?.unread ?? 0) > 0 && !isMuted(next.membership, Date.now());
      if (unreadOnly && !unread) continue;
      goTo(channelPath(workspace.slug, next.id));
      return;
    }
  };
  useShortcut('switcher', () => open('switcher'));
  useShortcut('sheet', () => open('shortcuts'));
  useShortcut('previousChannel', () => move(-1, false));
  useShortcut('nextChannel', () => move(1, false));
  useShortcut('previousUnread', () => move(-1, true));
  useShortcut('nextUnread', () => move(1, true));
  useShortcut('markAllRead', useMarkAllRead(workspace.id));
  useShortcut('nextRegion', () => moveToRegion(1));
  useShortcut('previousRegion', () => moveToRegion(-1));

  return null;
}
