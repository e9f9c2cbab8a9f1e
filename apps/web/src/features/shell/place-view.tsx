'use client';

import { ChannelView } from '../channels/channel-view.tsx';
import { usePlace } from './use-place.ts';
import { WorkspaceHome } from './workspace-home.tsx';

/** What stands beside the sidebar: the channel that the address names, or the way into one. */
export function PlaceView() {
  const { channelId, messageId } = usePlace();
  if (channelId === null) {
    return (
      <main tabIndex={-1} className="flex min-w-0 flex-1 flex-col outline-none max-sm:hidden">
        <WorkspaceHome />
      </main>
    );
  }
  return <ChannelView key={channelId} channelId={channelId} messageId={messageId ?? undefined} />;
}
