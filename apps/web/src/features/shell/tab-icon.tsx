'use client';

import { useEffect } from 'react';
import { useChannels } from '../../sync/use-channels.ts';
import { callsReader } from '../sidebar/sidebar-order.ts';
import { useMuteClock } from '../sidebar/use-mute-clock.ts';
import type { WorkspaceItem } from '../workspace/workspaces-context.tsx';
import { usePageHidden } from './use-page-hidden.ts';
import { usePlace } from './use-place.ts';

const dotted = `data:image/svg+xml,${encodeURIComponent(
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="#2b5bd7"/><path d="M11 25V8h6.25a5.75 5.75 0 0 1 0 11.5H11" fill="none" stroke="#fff" stroke-width="3.6" stroke-linecap="round" stroke-linejoin="round"/><circle cx="24.5" cy="24.5" r="7.5" fill="#d13b2a" stroke="#fff" stroke-width="2"/></svg>`,
)}`;

/** Puts a dot on the tab's icon while something is unread that is not open before the reader. Draws nothing. */
export function TabIcon({ workspace }: { workspace: WorkspaceItem }) {
  const { channels } = useChannels(workspace.id);
  const { channelId } = usePlace();
  const hidden = usePageHidden();
  const now = useMuteClock(channels);
  const unread = channels.some((channel) => (hidden || channel.id !== channelId) && callsReader(channel, now));
  useEffect(() => (unread ? showDot() : undefined), [unread]);
  return null;
}

/** Shows the dotted icon, until the answered function is called. The page's own icons keep their places. */
function showDot(): () => void {
  const icons = [...document.head.querySelectorAll<HTMLLinkElement>('link[rel~="icon"]')];
  const before = icons.map((icon) => icon.href);
  for (const icon of icons) icon.href = dotted;
  return () => {
    for (const [index, icon] of icons.entries()) icon.href = before[index] ?? '/favicon.ico';
  };
}
