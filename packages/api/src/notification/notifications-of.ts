import type { Realtime } from '@parley/realtime/realtime';
import type { InboxEvent, NotificationKind, PresenceStatus } from '@parley/realtime/signals';
import { gather } from '../gather.ts';
import { excerpt } from './excerpt.ts';
import type { HeardMessage } from './heard-messages.ts';
import { type MessageFacts, notifiable } from './notifiable.ts';
import { decideNotification, type notifyingReasons } from './notification.policy.ts';
import { gatherPlace } from './notification-place.ts';

type NotificationEvent = Extract<InboxEvent, { type: 'notification' }>;

/** Whose inbox listens to which channel. */
interface Listening {
  readonly realtime: Realtime;
  readonly userId: string;
  readonly channelId: string;
}

const kinds: Record<(typeof notifyingReasons)[number], NotificationKind> = {
  DIRECT: 'DIRECT',
  MENTION: 'MENTION',
  CHANNEL: 'MENTION',
  HERE: 'MENTION',
  REPLY: 'REPLY',
  KEYWORD: 'KEYWORD',
  ALL: 'MESSAGE',
};

type AskPresence = (userId: string) => Promise<PresenceStatus | null>;
const askers = new WeakMap<Realtime, AskPresence>();

/** Whether somebody is there; all that is asked within 20 ms is read together. */
function presenceAsker(realtime: Realtime): AskPresence {
  const known = askers.get(realtime);
  if (known) return known;
  const asker = gather<string, PresenceStatus>({
    waitMs: 20,
    most: 5_000,
    keyOf: (userId) => userId,
    ask: async (userIds) =>
      new Map((await realtime.presence.read(userIds)).map(({ userId, status }) => [userId, status])),
  });
  askers.set(realtime, asker);
  return asker;
}

/** Only an `@here` asks who is there. */
async function presenceFor(
  { realtime, userId }: Listening,
  messages: readonly HeardMessage[],
): Promise<PresenceStatus> {
  if (!messages.some(({ mentions }) => mentions.here)) return 'OFFLINE';
  return (await presenceAsker(realtime)(userId)) ?? 'OFFLINE';
}

const facts = new WeakMap<HeardMessage, MessageFacts>();

/** Once for all inboxes of the process, which share what was heard. */
function factsOf(message: HeardMessage): MessageFacts {
  const known = facts.get(message) ?? { ...message, deleted: false };
  facts.set(message, known);
  return known;
}

/**
 * What a person is notified of among new messages of a channel, by the policy and their settings as they stand now.
 * Its id is the message's: several tabs and devices tell by it that it is one. Nothing for who is not in the channel.
 */
export async function notificationsOf(
  listening: Listening,
  heard: readonly HeardMessage[],
): Promise<readonly NotificationEvent[]> {
  const { userId, channelId } = listening;
  const messages = heard.filter(({ kind, author }) => kind === 'USER' && author.id !== userId);
  if (messages.length === 0) return [];
  const [place, presence] = await Promise.all([
    gatherPlace({ userId, channelId, messages }),
    presenceFor(listening, messages),
  ]);
  if (!place) return [];
  const now = new Date();
  return messages.flatMap((message) => {
    const decision = decideNotification(notifiable(factsOf(message), place, presence), now);
    if (!decision.notify) return [];
    const { id, author, body } = message;
    const kind = kinds[decision.reason];
    return [
      { type: 'notification', id, kind, channelId, messageId: id, title: author.displayName, text: excerpt(body) },
    ];
  });
}
