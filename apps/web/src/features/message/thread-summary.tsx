'use client';

import type { Message } from '@parley/realtime/shapes';
import { Avatar } from '@parley/ui/avatar';
import { Time } from '@parley/ui/time';
import { useSession } from '../../sync/session.tsx';
import { usePerson } from '../../sync/use-person.ts';
import { useThreadPlace } from '../../sync/use-thread-place.ts';
import { threadPath } from '../shell/place.ts';

const FACES = 4;

/** Below a message with replies: who wrote them, how many there are, when the last one came, and what is new to the reader. */
export function ThreadSummary({ message }: { message: Message }) {
  const { workspace } = useSession();
  const unread = useThreadPlace(message.id)?.unread ?? 0;
  const { thread } = message;
  if (!thread || thread.replyCount === 0) return null;
  const { replyCount, lastReplyAt, participantIds } = thread;
  return (
    <a
      href={threadPath(workspace.slug, message.channelId, { parentId: message.id })}
      data-thread-opener={message.id}
      className="touch-row group/thread mt-1 -ml-1 flex w-fit max-w-full items-center gap-2 rounded-md py-0.5 pr-2 pl-1 text-sm hover:bg-ink/5"
    >
      <span className="flex shrink-0 gap-1">
        {participantIds.slice(0, FACES).map((userId) => (
          <Face key={userId} userId={userId} />
        ))}
      </span>
      <span className="shrink-0 font-semibold text-accent underline-offset-2 group-hover/thread:underline">
        {replyCount === 1 ? '1 reply' : `${replyCount} replies`}
      </span>
      {unread > 0 ? (
        <span className="shrink-0 font-semibold text-new text-xs">{unread > 99 ? '99+' : unread} new</span>
      ) : null}
      {lastReplyAt ? (
        <span className="truncate text-ink-3 text-xs">
          last reply <Time value={lastReplyAt} format="relative" />
        </span>
      ) : null}
    </a>
  );
}

function Face({ userId }: { userId: string }) {
  const person = usePerson(userId);
  return <Avatar id={userId} name={person?.displayName ?? ''} src={person?.avatarUrl} size={20} />;
}
