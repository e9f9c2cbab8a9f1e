'use client';

import dynamic from 'next/dynamic';
import { ChannelView } from '../channels/channel-view.tsx';
import { usePlace } from './use-place.ts';
import { WorkspaceHome } from './workspace-home.tsx';

const ThreadsView = dynamic(async () => (await import('../thread/threads-view.tsx')).ThreadsView, { ssr: false });

/** What stands beside the sidebar: the channel that the address names, or the way into one. */
export function PlaceView() {
  const { channelId, view, messageId } = usePlace();
  if (view === 'threads') return <ThreadsView />;
  if (channelId === null) {
    return (
      <main tabIndex={-1} className="flex min-w-0 flex-1 flex-col outline-none max-sm:hidden">
        <WorkspaceHome />
      </main>
    );
  }
  return <ChannelView key={channelId} channelId={channelId} messageId={messageId ?? undefined} />;
}
