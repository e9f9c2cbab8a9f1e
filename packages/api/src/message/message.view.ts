import type { Message, User } from '@parley/realtime/shapes';
import { type UserRow, userJson, userView } from '../user/user.view.ts';
import { type DbTime, isoTime, isoTimeOrNull } from '../view-time.ts';
import { mentionsIn } from './message-mentions.ts';

/** A message's own columns. */
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
}

/** A message with its author, as `messageColumns` selects it. */
export interface MessageRow extends StoredMessage {
  readonly author: UserRow;
}

/** The columns of `StoredMessage` for `"Message" m`. */
export const storedMessageColumns = `m.id, m."channelId", m.seq, m."changeSeq", m.kind, m.body, m.nonce, m."createdAt", m."editedAt",
  m."deletedAt"`;

/** The columns of `MessageRow` for `"Message" m JOIN "User" u`. */
export const messageColumns = `${storedMessageColumns}, ${userJson('u')} AS author`;

/** A message as everyone who may read it sees it. A deleted one keeps its place and nothing else. */
export function storedMessageView(row: StoredMessage, author: User): Message {
  const body = row.deletedAt ? '' : row.body;
  return {
    id: row.id,
    channelId: row.channelId,
    author,
    seq: row.seq,
    changeSeq: row.changeSeq,
    kind: row.kind,
    body,
    nonce: row.nonce,
    createdAt: isoTime(row.createdAt),
    editedAt: isoTimeOrNull(row.editedAt),
    deletedAt: isoTimeOrNull(row.deletedAt),
    parentId: null,
    reactions: [],
    attachments: [],
    previews: [],
    mentions: mentionsIn(body),
    pinnedAt: null,
    pinnedBy: null,
    thread: null,
  };
}

/** `storedMessageView` of a row that was read with its author. */
export function messageView(row: MessageRow): Message {
  return storedMessageView(row, userView(row.author));
}
