'use client';

import dynamic from 'next/dynamic';
import type { ComponentType } from 'react';
import { ChannelView } from '../channels/channel-view.tsx';
import { lateCode } from './late-code.ts';
import type { ViewName } from './place.ts';
import { usePlace } from './use-place.ts';
import { WorkspaceHome } from './workspace-home.tsx';

const views: Record<ViewName, ComponentType> = {
  activity: dynamic(
    lateCode(async () => (await import('../activity/activity-view.tsx')).ActivityView),
    { ssr: false },
  ),
  threads: dynamic(
    lateCode(async () => (await import('../thread/threads-view.tsx')).ThreadsView),
    { ssr: false },
  ),
  saved: dynamic(
    lateCode(async () => (await import('../saved/saved-view.tsx')).SavedView),
    { ssr: false },
  ),
  drafts: dynamic(
    lateCode(async () => (await import('../drafts/drafts-view.tsx')).DraftsView),
    { ssr: false },
  ),
};

/** What stands beside the sidebar: the channel that the address names, or the way into one. */
export function PlaceView() {
  const { channelId, view, messageId } = usePlace();
  const View = view && views[view];
  if (View) return <View />;
  if (channelId === null) {
    return (
      <main tabIndex={-1} className="flex min-w-0 flex-1 flex-col outline-none max-sm:hidden">
        <WorkspaceHome />
      </main>
    );
  }
  return <ChannelView key={channelId} channelId={channelId} messageId={messageId ?? undefined} />;
}
