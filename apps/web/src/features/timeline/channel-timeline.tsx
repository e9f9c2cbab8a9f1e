'use client';

import type { ChannelListItem } from '../../sync/channel-list.ts';
import { useSession } from '../../sync/session.tsx';
import { useChannelLog } from '../../sync/use-channel-log.ts';
import { useListedChannel } from '../../sync/use-channels.ts';
import { useConnection } from '../../sync/use-connection.ts';
import { apiErrorOf } from '../../trpc/api-error.ts';
import { Conversation } from './conversation.tsx';
import { TimelineSkeleton } from './timeline-skeleton.tsx';
import { LoadFailed, NoAccess } from './timeline-states.tsx';
import { useGone } from './use-gone.ts';
import type { Standing } from './use-opening.ts';

export interface ChannelTimelineProps {
  channelId: string;
  /** A message to go to, from a permalink: the page around it is loaded, it is centred and marked for 2 s. */
  messageId?: string | undefined;
}

/** A channel's conversation. Fills its parent, which must be a column with a height. */
export function ChannelTimeline({ channelId, messageId }: ChannelTimelineProps) {
  return <OpenChannel key={channelId} channelId={channelId} messageId={messageId} />;
}

function OpenChannel({ channelId, messageId }: ChannelTimelineProps) {
  const { workspace } = useSession();
  const { channel, status } = useListedChannel(workspace.id, channelId);
  const { log, waiting, error, retry } = useChannelLog(channelId);
  const { state } = useConnection();
  const gone = useGone(channelId);
  if (gone && !channel) return <NoAccess />;
  if (!log && error && apiErrorOf(error)?.code === 'NOT_FOUND') return <NoAccess />;
  if (!log && error) return <LoadFailed offline={state === 'offline'} onRetry={retry} />;
  if (!log || status === 'pending') return <TimelineSkeleton />;
  return (
    <Conversation
      talk={channelId}
      channel={channel}
      standing={standingIn(channel)}
      log={log}
      waiting={waiting}
      messageId={messageId}
    />
  );
}

const standingIn = (channel: ChannelListItem | undefined): Standing | null => channel?.membership ?? null;
