import { prepared } from '@parley/db/query';
import { conflict, invalidField, notFound } from '../app-error.ts';
import type { Client } from './change-message.ts';

/** A thread tells of so many of those who wrote in it. */
const maxParticipants = 50;

/** The message above a thread, locked. */
export interface ThreadParent {
  readonly id: string;
  readonly channelId: string;
  readonly authorId: string;
  readonly kind: 'USER' | 'SYSTEM';
  readonly seq: number;
  /** It stands in a conversation of people, where every word is for all of them. */
  readonly betweenPeople: boolean;
}

interface ParentRow extends ThreadParent {
  readonly parentId: string | null;
  readonly gone: boolean;
}

const lockRow = prepared<ParentRow>({
  name: 'thread_lock_parent',
  text: `SELECT id, "channelId", "authorId", kind, seq, "parentId", "deletedAt" IS NOT NULL AND "replyCount" = 0 AS gone,
      (SELECT c.kind IN ('DIRECT', 'GROUP') FROM "Channel" c WHERE c.id = $2) AS "betweenPeople"
    FROM "Message" WHERE id = $1 AND "channelId" = $2 FOR NO KEY UPDATE`,
});

/**
 * Locks the message that a reply is for. One of another channel is NOT_FOUND, a reply BAD_REQUEST, and one that was
 * deleted before anybody answered CONFLICT.
 */
export async function lockParent(client: Client, parentId: string, channelId: string): Promise<ThreadParent> {
  const [row] = await lockRow([parentId, channelId], client);
  if (!row) throw notFound();
  if (row.parentId !== null)
    throw invalidField('parentId', 'This is a reply itself. Answer the message it belongs to.');
  if (row.gone) throw conflict('DELETED', 'This message was deleted meanwhile.');
  return row;
}

const count = prepared({
  name: 'thread_count_reply',
  text: `UPDATE "Message" p SET "replyCount" = p."replyCount" + 1, "lastReplyAt" = greatest(p."lastReplyAt", r."createdAt"), "changeSeq" = $3::int,
      "participantIds" = CASE WHEN r."authorId" = ANY(p."participantIds") OR cardinality(p."participantIds") >= ${maxParticipants}
        THEN p."participantIds" ELSE p."participantIds" || r."authorId" END
    FROM "Message" r WHERE p.id = $1 AND r.id = $2`,
});

/** Counts a reply that was just inserted at its parent, whose latest change is number `seq`. */
export async function countReply(client: Client, reply: { id: string; parentId: string }, seq: number): Promise<void> {
  await count([reply.parentId, reply.id, seq], client);
}

// Reads the thread once, by ("parentId", seq).
const recount = prepared({
  name: 'thread_recount',
  text: `WITH standing AS (
      SELECT "authorId", seq, "createdAt" FROM "Message" WHERE "parentId" = $1 AND "deletedAt" IS NULL
    )
    UPDATE "Message" p SET "changeSeq" = $2::int, "replyCount" = (SELECT count(*)::int FROM standing),
      "lastReplyAt" = (SELECT max("createdAt") FROM standing),
      "participantIds" = ARRAY(
        SELECT "authorId" FROM standing GROUP BY "authorId" ORDER BY min(seq) LIMIT ${maxParticipants}
      )
    WHERE p.id = $1`,
});

/** Counts a thread anew after one of its replies was deleted; the parent's latest change is number `seq`. */
export async function recountReplies(client: Client, parentId: string, seq: number): Promise<void> {
  await recount([parentId, seq], client);
}

const lockRoot = prepared({
  name: 'thread_lock_root',
  text: `SELECT id FROM "Message" WHERE id = $1 FOR NO KEY UPDATE`,
});

/** Locks the parent of a reply that stands. */
export async function lockParentOf(client: Client, parentId: string): Promise<void> {
  await lockRoot([parentId], client);
}
