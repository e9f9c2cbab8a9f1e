'use client';

import type { Message } from '@parley/realtime/shapes';
import CornerDownRight from 'lucide-react/icons/corner-down-right';
import Pin from 'lucide-react/icons/pin';
import { useSession } from '../../sync/session.tsx';
import { useChannel } from '../../sync/use-channels.ts';
import { usePerson } from '../../sync/use-person.ts';
import { threadPath } from '../shell/place.ts';
import { useMessageActions } from './message-actions.tsx';

/** Above a message's text: that it stands in a thread and in the channel, and that it is pinned. */
export function MessageOrigin({ message }: { message: Message }) {
  const { alsoToChannel, parentId, pinnedAt, pinnedBy } = message;
  const { viewer } = useMessageActions();
  if (!pinnedAt && !alsoToChannel) return null;
  return (
    <>
      {pinnedAt ? <PinnedMark by={pinnedBy} /> : null}
      {alsoToChannel && parentId && !viewer.inThread ? <RepliedMark message={message} parentId={parentId} /> : null}
      {alsoToChannel && viewer.inThread ? <AlsoSentMark channelId={message.channelId} /> : null}
    </>
  );
}

const line = 'flex items-center gap-1.25 text-ink-3 text-xs leading-5';

function PinnedMark({ by }: { by: string | null }) {
  const person = usePerson(by);
  return (
    <p className={line} data-pinned-mark="">
      <Pin size={16} aria-hidden="true" className="-ml-0.5 rotate-45 text-away" />
      {person ? `Pinned by ${person.displayName}` : 'Pinned'}
    </p>
  );
}

function RepliedMark({ message, parentId }: { message: Message; parentId: string }) {
  const { workspace } = useSession();
  const href = threadPath(workspace.slug, message.channelId, { parentId });
  return (
    <p className={line}>
      <CornerDownRight size={16} aria-hidden="true" className="-ml-0.5" />
      <span>
        replied to{' '}
        <a href={href} className="text-accent underline-offset-2 hover:underline">
          a thread
        </a>
      </span>
    </p>
  );
}

function AlsoSentMark({ channelId }: { channelId: string }) {
  const { workspace } = useSession();
  const channel = useChannel(workspace.id, channelId);
  return <p className={line}>Also sent to {channel?.name ? `#${channel.name}` : 'the conversation'}</p>;
}
