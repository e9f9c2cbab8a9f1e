'use client';

import { useEffect } from 'react';
import { useSession } from '../../sync/session.tsx';
import { useChannels } from '../../sync/use-channels.ts';
import { useMuteClock } from '../sidebar/use-mute-clock.ts';
import type { WorkspaceItem } from '../workspace/workspaces-context.tsx';
import { tabTitleText } from './tab-title-text.ts';
import { usePageHidden } from './use-page-hidden.ts';
import { usePlace } from './use-place.ts';

/** Keeps the tab's title at the open channel and at what waits in the others. Draws nothing. */
export function TabTitle({ workspace }: { workspace: WorkspaceItem }) {
  const { me } = useSession();
  const { channels } = useChannels(workspace.id);
  const { channelId } = usePlace();
  const hidden = usePageHidden();
  const title = tabTitleText({
    channels,
    openId: channelId,
    workspaceName: workspace.name,
    viewerId: me.id,
    hidden,
    now: useMuteClock(channels),
  });
  useEffect(() => keepTitle(title), [title]);
  return null;
}

/** Sets the title, and again whenever the page's own metadata overwrites it. */
function keepTitle(title: string): () => void {
  const set = (): void => {
    if (document.title !== title) document.title = title;
  };
  set();
  const observer = new MutationObserver(set);
  observer.observe(document.head, { childList: true, characterData: true, subtree: true });
  return () => observer.disconnect();
}
