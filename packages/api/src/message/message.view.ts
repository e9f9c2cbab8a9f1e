import type { Message, Reaction, SystemNote, User } from '@parley/realtime/shapes';
import { type UserRow, userJson, userView } from '../user/user.view.ts';
import { type DbTime, isoTime, isoTimeOrNull } from '../view-time.ts';
import { mentionsIn } from './message-mentions.ts';

/** A message as it is stored, with what hangs on it. */
export interface StoredMessage {
  readonly id: string;
  readonly channelId: string;
  readonly seq: number;
  readonly changeSeq: number;
  readonly kind: 'USER' | 'SYSTEM';
  readonly body: string;
  readonly nonce: string;
  readonly createdAt: DbTime;
  readonly editedAt: DbTime | null;
  readonly deletedAt: DbTime | null;
  readonly deletedById: string | null;
  readonly parentId: string | null;
  readonly alsoToChannel: boolean;
  readonly pinnedAt: DbTime | null;
  readonly pinnedById: string | null;
  readonly system: SystemNote | null;
  readonly replyCount: number;
  readonly lastReplyAt: DbTime | null;
  readonly participantIds: readonly string[];
  readonly reactions: readonly Reaction[] | null;
  /** Who of those it names is called: people of the workspace. Null when it names nobody. */
  readonly mentionedIds: readonly string[] | null;
}

/** A message with its author, as `messageColumns` selects it. */
export interface MessageRow extends StoredMessage {
  readonly author: UserRow;
}

// One range of the primary key ("messageId", emoji, "userId"), asked only of a message that changed since it was sent.
const reactions = `CASE WHEN m."changeSeq" > m.seq THEN (
    SELECT json_agg(json_build_object('emoji', set.emoji, 'userIds', set."userIds") ORDER BY set.first)
    FROM (
      SELECT r.emoji, min(r.seq) AS first, json_agg(r."userId" ORDER BY r.seq) AS "userIds"
      FROM "Reaction" r WHERE r."messageId" = m.id GROUP BY r.emoji
    ) set) END AS reactions`;

// One range of the unique index ("messageId", "userId"), asked only of a body that names somebody.
const mentionedIds = `CASE WHEN position('<@' IN m.body) > 0 THEN (
      SELECT json_agg(n."userId") FROM "Mention" n WHERE n."messageId" = m.id AND n."userId" IS NOT NULL
    ) END AS "mentionedIds"`;

/** The columns of `MessageRow` for `"Message" m JOIN "User" u`. */
export const messageColumns = `m.id, m."channelId", m.seq, m."changeSeq", m.kind, m.body, m.nonce, m."createdAt", m."editedAt",
  m."deletedAt", m."deletedById", m."parentId", m."alsoToChannel", m."pinnedAt", m."pinnedById", m.system, m."replyCount",
  m."lastReplyAt", m."participantIds", ${reactions}, ${mentionedIds}, ${userJson('u')} AS author`;

/** What the channel's timeline shows of `"Message" m`, as its index "Message_timeline_idx" says it. */
export const onTimeline = `(m."parentId" IS NULL OR m."alsoToChannel")`;

/** What a message that was sent a moment ago has not: nobody edited, deleted, answered, pinned it or reacted. */
export const untouched = {
  editedAt: null,
  deletedAt: null,
  deletedById: null,
  parentId: null,
  alsoToChannel: false,
  pinnedAt: null,
  pinnedById: null,
  system: null,
  replyCount: 0,
  lastReplyAt: null,
  participantIds: [],
  reactions: null,
  mentionedIds: null,
} as const satisfies Partial<StoredMessage>;

function deletedByOf({ deletedAt, deletedById }: StoredMessage, author: User): Message['deletedBy'] {
  if (!deletedAt) return null;
  return deletedById === null || deletedById === author.id ? 'AUTHOR' : 'ADMIN';
}

function mentionsOf(row: StoredMessage): Message['mentions'] {
  const { userIds, ...everyone } = mentionsIn(row.deletedAt ? '' : row.body);
  const called = new Set(row.mentionedIds);
  return { userIds: userIds.filter((userId) => called.has(userId)), ...everyone };
}

/** A message as everyone who may read it sees it. A deleted one keeps its place, and the thread below it. */
export function storedMessageView(row: StoredMessage, author: User): Message {
  const { replyCount, lastReplyAt, participantIds } = row;
  return {
    id: row.id,
    channelId: row.channelId,
    author,
    seq: row.seq,
    changeSeq: row.changeSeq,
    kind: row.kind,
    body: row.deletedAt ? '' : row.body,
    nonce: row.nonce,
    createdAt: isoTime(row.createdAt),
    editedAt: isoTimeOrNull(row.editedAt),
    deletedAt: isoTimeOrNull(row.deletedAt),
    deletedBy: deletedByOf(row, author),
    parentId: row.parentId,
    alsoToChannel: row.alsoToChannel,
    system: row.system,
    reactions: row.reactions?.map(({ emoji, userIds }) => ({ emoji, userIds: [...userIds] })) ?? [],
    attachments: [],
    previews: [],
    mentions: mentionsOf(row),
    pinnedAt: isoTimeOrNull(row.pinnedAt),
    pinnedBy: row.pinnedById,
    thread:
      replyCount === 0
        ? null
        : { replyCount, lastReplyAt: isoTimeOrNull(lastReplyAt), participantIds: [...participantIds] },
  };
}

/** `storedMessageView` of a row that was read with its author. */
export function messageView(row: MessageRow): Message {
  return storedMessageView(row, userView(row.author));
}
