'use client';

import dynamic from 'next/dynamic';
import { useEffect } from 'react';
import { useSession } from '../../sync/session.tsx';
import type { ChannelListItem } from '../../sync/use-channels.ts';
import { Composer } from '../composer/composer.tsx';
import { lateCode } from '../shell/late-code.ts';
import { rememberChannel } from '../shell/recent-channels.ts';
import { usePlace } from '../shell/use-place.ts';
import { ChannelTimeline } from '../timeline/channel-timeline.tsx';
import { ArchivedBanner } from './archived-banner.tsx';
import { ChannelFailed } from './channel-failed.tsx';
import { ChannelHeader } from './channel-header.tsx';
import { ChannelIntro } from './channel-intro.tsx';
import { channelLabel } from './channel-label.ts';
import { useChannelAccess } from './use-channel-access.ts';
import { useChannelPanel } from './use-channel-panel.ts';

// What most openings do not show. Drawn by the server, it comes with its code.
const ChannelPreview = dynamic(lateCode(async () => (await import('./channel-preview.tsx')).ChannelPreview));
const ChannelMissing = dynamic(lateCode(async () => (await import('./channel-gone.tsx')).ChannelMissing));
const ChannelRemoved = dynamic(lateCode(async () => (await import('./channel-gone.tsx')).ChannelRemoved));

const ClosedDirect = dynamic(
  lateCode(async () => (await import('../direct/closed-direct.tsx')).ClosedDirect),
  { ssr: false },
);
const ChannelPanel = dynamic(
  lateCode(async () => (await import('./channel-panel.tsx')).ChannelPanel),
  { ssr: false },
);

const ThreadPanel = dynamic(
  lateCode(async () => (await import('../thread/thread-panel.tsx')).ThreadPanel),
  { ssr: false },
);

export interface ChannelViewProps {
  readonly channelId: string;
  readonly messageId: string | undefined;
}

/** One channel: its header, its conversation, where one writes, and what is known of it at the side. */
export function ChannelView({ channelId, messageId }: ChannelViewProps) {
  const { workspace, me } = useSession();
  const access = useChannelAccess(channelId);
  const { threadId } = usePlace();
  const channel = access.kind === 'member' || access.kind === 'outside' ? access.channel : undefined;
  const isMember = access.kind === 'member';
  useEffect(() => {
    if (isMember) rememberChannel(workspace.id, channelId);
  }, [isMember, workspace.id, channelId]);
  return (
    <div className="relative flex min-w-0 flex-1">
      <main
        tabIndex={-1}
        aria-label={channel && channelLabel(channel, me.id)}
        className="flex min-w-0 flex-1 flex-col pb-[env(safe-area-inset-bottom)] outline-none"
      >
        <ChannelHeader channel={channel} loading={access.kind === 'loading'} />
        {access.kind === 'member' ? (
          <>
            <ArchivedBanner channel={access.channel} />
            <section
              data-region="timeline"
              aria-label="Conversation"
              className="@container flex min-h-0 flex-1 flex-col"
            >
              <ChannelTimeline channelId={channelId} messageId={threadId ? undefined : messageId} />
            </section>
            <ChannelIntro channel={access.channel} />
            <section data-region="composer" aria-label="Write a message">
              <Composer channelId={channelId} />
            </section>
          </>
        ) : null}
        {access.kind === 'outside' ? <ChannelPreview channel={access.channel} left={access.left} /> : null}
        {access.kind === 'closed' ? <ClosedDirect channel={access.channel} shut={access.shut} /> : null}
        {access.kind === 'removed' ? <ChannelRemoved name={access.name} /> : null}
        {access.kind === 'missing' ? <ChannelMissing /> : null}
        {access.kind === 'failed' ? <ChannelFailed onRetry={access.retry} /> : null}
      </main>
      {access.kind === 'member' ? <Beside channel={access.channel} messageId={messageId} /> : null}
    </div>
  );
}

/** What is open beside the conversation: one of its threads, or what is known of the channel. */
function Beside({ channel, messageId }: { channel: ChannelListItem; messageId: string | undefined }) {
  const { panel, threadId } = usePlace();
  const { close } = useChannelPanel(channel.id);
  if (threadId) return <ThreadPanel channel={channel} parentId={threadId} messageId={messageId} />;
  return panel ? <ChannelPanel channel={channel} tab={panel} onClose={close} /> : null;
}
