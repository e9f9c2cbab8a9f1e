'use client';

import type { Message } from '@parley/realtime/shapes';
import { Avatar } from '@parley/ui/avatar';
import { Tag } from '@parley/ui/tag';
import { Time } from '@parley/ui/time';
import clsx from 'clsx';
import { memo, Suspense } from 'react';
import type { StoredSend } from '../../sync/device-database.ts';
import { useLatestPerson } from '../../sync/use-latest-person.ts';
import { StatusMark } from '../direct/status-mark.tsx';
import { SavedFlag } from '../saved/saved-flag.tsx';
import { lateComponent } from '../shell/late-code.ts';
import { useMessageActions } from './message-actions.tsx';
import { MessageBody } from './message-body.tsx';
import { MessageCards } from './message-cards.tsx';
import { MessageOrigin } from './message-origin.tsx';
import { MessageReactions } from './message-reactions.tsx';
import { SystemNoteLine } from './system-note-line.tsx';
import { ThreadSummary } from './thread-summary.tsx';
import { UnsentNote } from './unsent-note.tsx';

const MessageEditor = lateComponent(async () => (await import('./message-editor.tsx')).MessageEditor);

export interface MessageContentProps {
  message: Message;
  /** Of a message that this device has yet to send. */
  waiting: StoredSend | null;
  /** Goes on in the group of the message above. */
  continues: boolean;
  editing: boolean;
  /** Stands apart from its day, which its time is to say then. */
  dated?: boolean;
  /** Notes of one kind that this one speaks for, itself the last. */
  gathered?: readonly Message[] | null;
}

/** A message's picture, name, time and text, and what hangs on it. Drawn anew only when the message or its author changes. */
export const MessageContent = memo(function MessageContent({
  message,
  waiting,
  continues,
  editing,
  dated = false,
  gathered,
}: MessageContentProps) {
  const { createdAt, kind } = message;
  const author = useLatestPerson(message.author);
  if (kind === 'SYSTEM') {
    return (
      <>
        <GutterTime createdAt={createdAt} />
        <SystemNoteLine notes={gathered ?? [message]} />
      </>
    );
  }
  return (
    <>
      {continues ? (
        <GutterTime createdAt={createdAt} />
      ) : (
        <button
          type="button"
          tabIndex={-1}
          aria-hidden="true"
          data-person={author.id}
          className="size-9 cursor-pointer self-start rounded-[10px]"
        >
          <Avatar id={author.id} name={author.displayName} src={author.avatarUrl} />
        </button>
      )}
      <div className="relative min-w-0">
        <SavedFlag message={message} />
        {continues ? (
          <span className="sr-only">{author.displayName}: </span>
        ) : (
          <p className="flex items-baseline gap-2 leading-tight">
            <button
              type="button"
              tabIndex={-1}
              data-person={author.id}
              className="truncate font-semibold hover:underline"
            >
              {author.displayName}
            </button>
            <StatusMark status={author.status} className="self-center text-sm" />
            {author.kind === 'BOT' ? <Tag>Bot</Tag> : null}
            <Time value={createdAt} format={dated ? 'moment' : 'time'} className="shrink-0 text-ink-3 text-xs" />
          </p>
        )}
        <MessageOrigin message={message} />
        <Words {...{ message, waiting, editing }} />
      </div>
    </>
  );
});

/** What was written, or where it is changed, and what hangs on it. */
function Words({ message, waiting, editing }: Pick<MessageContentProps, 'message' | 'waiting' | 'editing'>) {
  const pending = waiting !== null && !waiting.failure;
  return (
    <>
      {editing ? (
        <Suspense fallback={<MessageBody message={message} />}>
          <MessageEditor message={message} />
        </Suspense>
      ) : (
        <div className={clsx(pending && 'opacity-55')} data-pending={pending || undefined}>
          <MessageBody message={message} />
        </div>
      )}
      {waiting ? <UnsentNote entry={waiting} /> : <Hanging message={message} />}
    </>
  );
}

/** What hangs on a message that was sent. */
function Hanging({ message }: { message: Message }) {
  const { viewer } = useMessageActions();
  return (
    <>
      {message.deletedAt ? null : (
        <>
          <MessageCards message={message} />
          <MessageReactions message={message} />
        </>
      )}
      {viewer.inThread ? null : <ThreadSummary message={message} />}
    </>
  );
}

/** The time in place of the picture, shown where the row is pointed at. However long, it makes no row higher. */
function GutterTime({ createdAt }: { createdAt: string }) {
  return (
    <span className="flex justify-end whitespace-nowrap pt-0.75 text-2xs text-ink-3 opacity-0 group-focus-within/row:opacity-100 group-hover/row:opacity-100">
      <Time value={createdAt} />
    </span>
  );
}
