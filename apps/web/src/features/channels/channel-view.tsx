'use client';

import { useEffect } from 'react';
import { useSession } from '../../sync/session.tsx';
import { useChannel } from '../../sync/use-channels.ts';
import { Composer } from '../composer/composer.tsx';
import { rememberChannel } from '../shell/last-channel.ts';
import { ChannelTimeline } from '../timeline/channel-timeline.tsx';
import { ChannelHeader } from './channel-header.tsx';

/** One channel: its header, its conversation, and where one writes. */
export function ChannelView({ channelId }: { channelId: string }) {
  const { workspace } = useSession();
  const channel = useChannel(workspace.id, channelId);
  useEffect(() => rememberChannel(workspace.id, channelId), [workspace.id, channelId]);
  return (
    <>
      <ChannelHeader channel={channel} slug={workspace.slug} />
      <ChannelTimeline key={channelId} channelId={channelId} />
      <Composer key={`composer ${channelId}`} channelId={channelId} />
    </>
  );
}
