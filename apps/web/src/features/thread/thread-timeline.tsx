'use client';

import { Button } from '@parley/ui/button';
import { EmptyState } from '@parley/ui/empty-state';
import CloudOff from 'lucide-react/icons/cloud-off';
import MessagesSquare from 'lucide-react/icons/messages-square';
import { talkOf } from '../../sync/talk.ts';
import { useChannelLog } from '../../sync/use-channel-log.ts';
import type { ChannelListItem } from '../../sync/use-channels.ts';
import { useConnection } from '../../sync/use-connection.ts';
import { useThreadPlace } from '../../sync/use-thread-place.ts';
import { apiErrorOf } from '../../trpc/api-error.ts';
import { Conversation } from '../timeline/conversation.tsx';
import { TimelineSkeleton } from '../timeline/timeline-skeleton.tsx';

export interface ThreadTimelineProps {
  /** The thread's `talkKey`. */
  talk: string;
  channel: ChannelListItem;
  messageId: string | undefined;
}

/** A thread's message and the replies to it. Fills its parent, which must be a column with a height. */
export function ThreadTimeline({ talk, channel, messageId }: ThreadTimelineProps) {
  const { log, waiting, error, retry } = useChannelLog(talk);
  const place = useThreadPlace(talkOf(talk).parentId ?? '');
  const { state } = useConnection();
  if (!log && error) return <ThreadFailed error={error} offline={state === 'offline'} onRetry={retry} />;
  if (!log || !place) return <TimelineSkeleton label="Loading the thread" />;
  return (
    <Conversation
      talk={talk}
      channel={channel}
      standing={place.following ? place : null}
      log={log}
      waiting={waiting}
      messageId={messageId}
    />
  );
}

function ThreadFailed({ error, offline, onRetry }: { error: Error; offline: boolean; onRetry: () => void }) {
  const code = apiErrorOf(error)?.code;
  const gone = code === 'NOT_FOUND' || code === 'BAD_REQUEST';
  return (
    <div className="grid min-h-0 flex-1 place-items-center overflow-y-auto">
      {gone ? (
        <EmptyState
          icon={<MessagesSquare size={18} />}
          title="There is no such thread"
          text="Its message no longer exists, or you can’t see it."
        />
      ) : (
        <EmptyState
          icon={<CloudOff size={18} />}
          title={offline ? 'You are offline' : 'Couldn’t load this thread'}
          text={
            offline ? 'Its replies will load when the connection is back.' : 'The server did not answer as it should.'
          }
          action={<Button onClick={onRetry}>Try again</Button>}
        />
      )}
    </div>
  );
}
