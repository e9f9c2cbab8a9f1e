import { prepared } from '@parley/db/query';
import type { AccessibleMessage } from '../access/message-access.ts';
import { tellPosition } from '../read-state/move-read-position.ts';
import { noteRead } from '../read-state/note-read.ts';
import type { VerbContext } from '../trpc/context.ts';
import { tellThread } from './tell-thread.ts';
import type { MarkThreadReadInput } from './thread.input.ts';
import type { ThreadPlace } from './thread.output.ts';
import { findParent, readPlace } from './thread-place.ts';

// Who begins to follow has read what is there.
const setFollowing = prepared({
  name: 'thread_follow',
  text: `INSERT INTO "ThreadFollow" ("parentId", "userId", "channelId", following, "lastReadSeq", "sinceSeq")
    VALUES ($1, $2, $3, $4, $5, $5) ON CONFLICT ("parentId", "userId") DO UPDATE SET following = $4`,
});

const forward = prepared<{ channelId: string; lastReadSeq: number }>({
  name: 'thread_read',
  text: `UPDATE "ThreadFollow" f SET "lastReadSeq" = least($3::int, c.seq) FROM "Channel" c
    WHERE f."parentId" = $1 AND f."userId" = $2 AND c.id = f."channelId" AND f."lastReadSeq" < least($3::int, c.seq)
    RETURNING f."channelId", f."lastReadSeq"`,
});

const back = prepared({
  name: 'thread_unread',
  text: `INSERT INTO "ThreadFollow" ("parentId", "userId", "channelId", following, "lastReadSeq", "sinceSeq")
    VALUES ($1, $2, $3, true, $4, $4) ON CONFLICT ("parentId", "userId") DO UPDATE SET following = true, "lastReadSeq" = $4`,
});

// "Mention_reply_idx": replies that call the person count in their channel until they are read here.
const isCalled = prepared<{ called: boolean }>({
  name: 'thread_calls',
  text: `SELECT EXISTS (SELECT FROM "Mention" n
    WHERE n."userId" = $2 AND n."channelId" = $3 AND n."parentId" = $1 AND n."parentId" IS NOT NULL) AS called`,
});

/** Follows a thread, or stops. Again is the same answer. */
export async function followThread(ctx: VerbContext, parentId: string, following: boolean): Promise<ThreadPlace> {
  const userId = ctx.caller.user.id;
  const parent = await findParent(ctx, parentId);
  await setFollowing([parentId, userId, parent.channelId, following, parent.channelSeq]);
  return answerPlace(ctx, parentId);
}

/** Says that the caller has read a thread up to `seq`. Never moves back; who has no place in it gets none by this. */
export async function markThreadRead(ctx: VerbContext, { parentId, seq }: MarkThreadReadInput): Promise<ThreadPlace> {
  const userId = ctx.caller.user.id;
  const parent = await findParent(ctx, parentId);
  const [moved] = await forward([parentId, userId, seq]);
  if (!moved) return readPlace(userId, parentId);
  await noteRead(ctx.realtime, { channelId: moved.channelId, parentId, userId, seq: moved.lastReadSeq }, false);
  return answerMoved(ctx, parent);
}

/** Sets unread in a thread to begin at `seq`, by the caller's own wish: the only way back. They follow it from now on. */
export async function markThreadUnread(ctx: VerbContext, { parentId, seq }: MarkThreadReadInput): Promise<ThreadPlace> {
  const parent = await findParent(ctx, parentId);
  await back([parentId, ctx.caller.user.id, parent.channelId, Math.max(0, Math.min(seq - 1, parent.channelSeq))]);
  return answerMoved(ctx, parent);
}

/** The caller's place after it moved, and with it how often their channel calls them. */
async function answerMoved(ctx: VerbContext, parent: AccessibleMessage): Promise<ThreadPlace> {
  const place = await answerPlace(ctx, parent.id);
  const [row] = await isCalled([parent.id, ctx.caller.user.id, parent.channelId]);
  if (row?.called) await tellPosition(ctx, parent);
  return place;
}

/** The caller's place, told to their other devices. */
async function answerPlace(ctx: VerbContext, parentId: string): Promise<ThreadPlace> {
  const userId = ctx.caller.user.id;
  await tellThread(ctx, parentId, userId);
  return readPlace(userId, parentId);
}
