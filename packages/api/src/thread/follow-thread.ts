import { prepared } from '@parley/db/query';
import type { Client } from '../message/change-message.ts';
import type { ThreadParent } from '../message/message-thread.ts';
import { threadUnread } from './thread-unread.ts';

/** A reply that was just written. */
interface Reply {
  readonly authorId: string;
  readonly seq: number;
  /** Its author does not look at the thread: what they have not read stays unread. */
  readonly away: boolean;
}

// Who stopped following is made to follow again by writing and by being called, not by being the parent's author. What was
// written while they did not is no news to them; who writes, and is there or had nothing left to read, has read it all.
const follow = prepared({
  name: 'thread_follow_many',
  text: `INSERT INTO "ThreadFollow" AS f ("parentId", "userId", "channelId", "lastReadSeq", "sinceSeq")
    SELECT $1, p.id, $2, p.since, p.since FROM unnest($3::uuid[], $4::int[]) AS p(id, since)
    ON CONFLICT ("parentId", "userId") DO UPDATE SET following = true,
      "lastReadSeq" = CASE WHEN NOT f.following OR (f."userId" = $5 AND (NOT $6::boolean OR ${threadUnread('f')} = 0))
        THEN greatest(f."lastReadSeq", excluded."lastReadSeq") ELSE f."lastReadSeq" END`,
});
const followOnce = prepared({
  name: 'thread_follow_author',
  text: `INSERT INTO "ThreadFollow" ("parentId", "userId", "channelId", "lastReadSeq", "sinceSeq") VALUES ($1, $2, $3, $4, $4)
    ON CONFLICT ("parentId", "userId") DO NOTHING`,
});

// In a conversation of people: at most eight, and those who stopped following stay so.
const followTogether = prepared({
  name: 'thread_follow_together',
  text: `INSERT INTO "ThreadFollow" ("parentId", "userId", "channelId", "lastReadSeq", "sinceSeq")
    SELECT $1, cm."userId", cm."channelId", $3, $3 FROM "ChannelMember" cm
    WHERE cm."channelId" = $2 AND cm."leftAt" IS NULL AND cm."userId" <> $4
    ON CONFLICT ("parentId", "userId") DO NOTHING`,
});

/** Lets those whom an edited reply calls now follow its thread, in the edit's transaction. */
export async function followMentioned(
  client: Client,
  reply: { readonly parentId: string; readonly channelId: string; readonly seq: number; readonly authorId: string },
  mentioned: readonly string[],
): Promise<void> {
  if (mentioned.length === 0) return;
  const since = mentioned.map(() => reply.seq - 1);
  await follow([reply.parentId, reply.channelId, mentioned, since, reply.authorId, false], client);
}

/**
 * Lets the writer of a reply, whom it calls, and the parent's author follow the thread, in the reply's transaction; in a
 * conversation of people all of them.
 */
export async function followByReply(
  client: Client,
  parent: ThreadParent,
  { reply, mentioned }: { reply: Reply; mentioned: readonly string[] },
): Promise<void> {
  const others = mentioned.filter((userId) => userId !== reply.authorId);
  const userIds = [reply.authorId, ...others];
  const since = [reply.seq, ...others.map(() => reply.seq - 1)];
  await follow([parent.id, parent.channelId, userIds, since, reply.authorId, reply.away], client);
  if (parent.kind === 'USER' && !userIds.includes(parent.authorId)) {
    await followOnce([parent.id, parent.authorId, parent.channelId, parent.seq], client);
  }
  if (parent.betweenPeople) await followTogether([parent.id, parent.channelId, reply.seq - 1, reply.authorId], client);
}
