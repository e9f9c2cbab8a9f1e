'use client';

import type { Message } from '@parley/realtime/shapes';
import { Button } from '@parley/ui/button';
import { useTimeSettings } from '@parley/ui/time';
import { tooltip } from '@parley/ui/tooltip';
import MessageSquareReply from 'lucide-react/icons/message-square-reply';
import { useRef, useState } from 'react';
import { useSession } from '../../sync/session.tsx';
import { talkKey } from '../../sync/talk.ts';
import type { ThreadInboxItem } from '../../sync/threads.ts';
import { useChannel } from '../../sync/use-channels.ts';
import { useWaiting } from '../../sync/use-waiting.ts';
import { ChannelIcon } from '../channels/channel-icon.tsx';
import { channelTitle } from '../composer/channel-title.ts';
import { FoldLine } from '../message/fold-line.tsx';
import { MessageActionsContext } from '../message/message-actions.tsx';
import { MessageContent } from '../message/message-row.tsx';
import { threadPath } from '../shell/place.ts';
import { dayOf } from '../timeline/day.ts';
import { waitingMessage } from '../timeline/timeline-rows.ts';
import { type Folds, useFolds } from '../timeline/use-folds.ts';
import { useToday } from '../timeline/use-today.ts';
import { useViewer } from '../timeline/use-viewer.ts';
import { FollowButton } from './follow-button.tsx';
import { ThreadComposer } from './thread-composer.tsx';
import { useCardActions } from './use-card-actions.ts';
import { useSeen } from './use-seen.ts';

/** A thread in the list: where it is, how it began, its newest replies, and where one answers. */
export function ThreadCard({ item }: { item: ThreadInboxItem }) {
  const { parent, latest, place } = item;
  const { me, workspace } = useSession();
  const channel = useChannel(workspace.id, parent.channelId);
  const viewer = useViewer(channel, true);
  const talk = talkKey({ channelId: parent.channelId, parentId: parent.id });
  const waiting = useWaiting(talk);
  const folds = useFolds(channel);
  const actions = useCardActions({ talk, viewer });
  const end = useRef<HTMLDivElement>(null);
  useSeen(end, { talk, latest, unread: place.unread });
  const path = threadPath(workspace.slug, parent.channelId, { parentId: parent.id });
  const title = channel ? channelTitle(channel, me.id) : '';
  const hidden = (parent.thread?.replyCount ?? 0) - latest.length;
  return (
    <li aria-label={`Thread in ${title}`} className="rounded-xl border border-line bg-raised">
      <MessageActionsContext value={actions}>
        <div className="flex items-center gap-2 border-line border-b py-2 pr-2 pl-4 text-sm">
          <a href={path} className="flex min-w-0 items-center gap-1 font-semibold hover:underline">
            {channel ? <ChannelIcon kind={channel.kind} className="text-ink-3" /> : null}
            <span className="truncate">{title.replace(/^#/, '')}</span>
          </a>
          <NewMark unread={place.unread} />
          <span className="ml-auto">
            <FollowButton parentId={parent.id} />
          </span>
        </div>
        <div className="flex flex-col gap-1 py-2">
          <CardMessage message={parent} folds={folds} />
          {hidden > 0 ? (
            <a href={path} className="link ml-16 w-fit py-0.5 text-sm" {...tooltip('Open the thread')}>
              {hidden === 1 ? 'Show 1 more reply' : `Show ${hidden} more replies`}
            </a>
          ) : null}
          {latest.map((reply) => (
            <CardMessage key={reply.id} message={reply} folds={folds} />
          ))}
          {waiting.map((entry) => (
            <article key={entry.nonce} className={cardRow}>
              <MessageContent message={waitingMessage(entry, me)} waiting={entry} continues={false} editing={false} />
            </article>
          ))}
          <div ref={end} />
        </div>
        {channel ? <CardReply talk={talk} channel={channel} /> : null}
      </MessageActionsContext>
    </li>
  );
}

/** How much was new when the thread came into the list: it is read at once, and the mark is to be seen. */
function NewMark({ unread }: { unread: number }) {
  const [most, setMost] = useState(unread);
  if (unread > most) setMost(unread);
  if (most === 0) return null;
  return <span className="shrink-0 font-semibold text-new text-xs">{most > 99 ? '99+' : most} new</span>;
}

const cardRow = 'group/row grid grid-cols-[36px_minmax(0,1fr)] gap-x-3 px-4 py-0.75';

function CardMessage({ message, folds }: { message: Message; folds: Folds }) {
  const { timeZone } = useTimeSettings();
  const dated = dayOf(Date.parse(message.createdAt), timeZone) !== useToday(timeZone);
  return (
    <article className={cardRow}>
      {folds.isFolded?.(message) ? (
        <FoldLine messages={[message]} onShow={() => folds.show([message])} />
      ) : (
        <MessageContent message={message} waiting={null} continues={false} editing={false} dated={dated} />
      )}
    </article>
  );
}

/** A composer takes room: it comes when somebody is about to answer. */
function CardReply({ talk, channel }: { talk: string; channel: NonNullable<ReturnType<typeof useChannel>> }) {
  const [answering, setAnswering] = useState(false);
  if (channel.archivedAt) return null;
  if (answering) return <ThreadComposer talk={talk} channel={channel} />;
  return (
    <div className="px-4 pb-3">
      <Button size="sm" icon={<MessageSquareReply size={16} />} onClick={() => setAnswering(true)}>
        Reply
      </Button>
    </div>
  );
}
