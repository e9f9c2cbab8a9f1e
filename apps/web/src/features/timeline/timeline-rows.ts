import type { Message, User } from '@parley/realtime/shapes';
import type { Span } from '../../sync/channel-log.ts';
import type { StoredSend } from '../../sync/device-database.ts';
import { itemAt, sliceOf } from '../../sync/seq-list.ts';

/** A message as the timeline shows it: one of the channel, or one that this device has yet to send. */
export interface TimelineRow {
  /** The same before and after a message is confirmed, so that its element stays. */
  readonly key: string;
  /** Of a message that waits: as it will look. */
  readonly message: Message;
  readonly waiting: StoredSend | null;
}

/** The rows of a span, with what waits behind the newest. */
export interface TimelineRows {
  readonly count: number;
  /** How many of the rows are messages of the channel. */
  readonly confirmed: number;
  at(index: number): TimelineRow | undefined;
}

/** How many of the newest messages are searched for one that was confirmed a moment ago. */
const TAIL = 60;
const made = new WeakMap<Message, TimelineRow>();
const waitingMade = new WeakMap<StoredSend, TimelineRow>();

function rowKey(authorId: string, nonce: string): string {
  return `${authorId} ${nonce}`;
}

/** The key of a message's row. */
export function keyOfMessage({ id, kind, author, nonce }: Message): string {
  return kind === 'USER' ? rowKey(author.id, nonce) : id;
}

function rowOfMessage(message: Message): TimelineRow {
  const known = made.get(message);
  if (known) return known;
  const row = { key: keyOfMessage(message), message, waiting: null };
  made.set(message, row);
  return row;
}

function rowOfWaiting(entry: StoredSend, author: User): TimelineRow {
  const known = waitingMade.get(entry);
  if (known) return known;
  const row = { key: rowKey(author.id, entry.nonce), message: waitingMessage(entry, author), waiting: entry };
  waitingMade.set(entry, row);
  return row;
}

/** A message that waits to be sent, as it will look. */
export function waitingMessage(entry: StoredSend, author: User): Message {
  const { nonce, channelId, parentId = null, alsoToChannel = false, body, order } = entry;
  return {
    id: nonce,
    channelId,
    author,
    seq: Number.MAX_SAFE_INTEGER,
    changeSeq: 0,
    kind: 'USER',
    body,
    nonce,
    createdAt: new Date(order).toISOString(),
    editedAt: null,
    deletedAt: null,
    deletedBy: null,
    parentId,
    alsoToChannel,
    system: null,
    reactions: [],
    attachments: [],
    previews: [],
    mentions: { userIds: [], channel: false, here: false },
    pinnedAt: null,
    pinnedBy: null,
    thread: null,
  };
}

/** The rows to show. Waiting messages that the span already has are left out. */
export function timelineRows({ items }: Span, waiting: readonly StoredSend[], me: User): TimelineRows {
  const confirmed = items.length;
  const tail = waiting.length === 0 ? [] : sliceOf(items, confirmed - TAIL, confirmed);
  const mine = new Set(tail.filter((message) => message.author.id === me.id).map((message) => message.nonce));
  const rest = waiting.filter((entry) => !mine.has(entry.nonce));
  return {
    count: confirmed + rest.length,
    confirmed,
    at(index) {
      const message = itemAt(items, index);
      if (message) return rowOfMessage(message);
      const entry = rest[index - confirmed];
      return entry && rowOfWaiting(entry, me);
    },
  };
}
