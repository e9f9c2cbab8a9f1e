import type { PresenceStatus } from '@parley/realtime/signals';
import { isDirect } from '../direct/refuse-in-direct.ts';
import type { HeardMessage } from './heard-messages.ts';
import { foldedWords, type Notifiable } from './notification.policy.ts';
import type { NotificationPlace } from './notification-place.ts';

/** What the policy asks about a message. */
export type MessageFacts = Pick<
  HeardMessage,
  'seq' | 'kind' | 'body' | 'parentId' | 'alsoToChannel' | 'mentions' | 'author'
> & { readonly deleted: boolean };

/** Has the person read it: in its thread, or where the timeline shows it too? */
function hasRead({ seq, parentId, alsoToChannel }: MessageFacts, { lastReadSeq, threads }: NotificationPlace): boolean {
  const onTimeline = parentId === null || alsoToChannel;
  return (onTimeline && lastReadSeq >= seq) || (parentId !== null && (threads[parentId] ?? 0) >= seq);
}

const folded = new WeakMap<MessageFacts, string>();

/** All inboxes of a process ask about the same facts, and folding a long text takes its time. */
function foldedText(message: MessageFacts): string {
  const text = folded.get(message) ?? foldedWords(message.body);
  folded.set(message, text);
  return text;
}

/** What the policy decides on: a message, and where a person stands. */
export function notifiable(message: MessageFacts, place: NotificationPlace, presence: PresenceStatus): Notifiable {
  const { author, kind, deleted, parentId, alsoToChannel, mentions } = message;
  const { userId, level, mutedUntil, dndUntil, schedule, keywords, threads, blocked } = place;
  return {
    message: {
      authorId: author.id,
      kind,
      deleted,
      folded: () => foldedText(message),
      inThread: parentId !== null && !alsoToChannel,
      mentions,
    },
    member: {
      userId,
      direct: isDirect(place.kind),
      level,
      mutedUntil,
      followsThread: parentId !== null && threads[parentId] !== undefined,
      blockedAuthor: blocked.includes(author.id),
      // Who hears of a message as it comes was there.
      cameLater: false,
      hasRead: hasRead(message, place),
    },
    settings: { dndUntil, schedule, keywords: keywords ?? [] },
    presence,
  };
}
