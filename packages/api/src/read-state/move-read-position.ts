import { prepared } from '@parley/db/query';
import type { UserSignal } from '@parley/realtime/signals';
import { userTopic } from '@parley/realtime/topics';
import type { MemberChannel } from '../access/channel-access.ts';
import { notFound } from '../app-error.ts';
import type { VerbContext } from '../trpc/context.ts';
import { noteRead } from './note-read.ts';
import { type ReadState, readUnread } from './unread.ts';

type ReadPosition = Pick<ReadState, 'lastReadSeq' | 'unread' | 'mentions'> & { readonly channelId: string };

const forward = prepared<{ lastReadSeq: number }>({
  name: 'read_forward',
  text: `UPDATE "ChannelMember" cm SET "lastReadSeq" = least($3::int, c.seq) FROM "Channel" c
    WHERE cm."channelId" = $1 AND cm."userId" = $2 AND cm."leftAt" IS NULL AND c.id = cm."channelId"
      AND cm."lastReadSeq" < least($3::int, c.seq) RETURNING cm."lastReadSeq"`,
});

const backward = prepared<{ lastReadSeq: number }>({
  name: 'read_backward',
  text: `UPDATE "ChannelMember" cm SET "lastReadSeq" = least(greatest($3::int - 1, 0), c.seq) FROM "Channel" c
    WHERE cm."channelId" = $1 AND cm."userId" = $2 AND cm."leftAt" IS NULL AND c.id = cm."channelId"
    RETURNING cm."lastReadSeq"`,
});

/** Says that the viewer has read everything up to `seq`. Never moves back; a number beyond the channel's means all of it. */
export async function markRead(ctx: VerbContext & { channel: MemberChannel }, seq: number): Promise<ReadPosition> {
  const moved = await forward([ctx.channel.id, ctx.caller.user.id, seq]);
  const [{ lastReadSeq } = { lastReadSeq: 0 }] = moved;
  const mark = { channelId: ctx.channel.id, parentId: null, userId: ctx.caller.user.id, seq: lastReadSeq };
  if (moved.length > 0) await noteRead(ctx.realtime, mark, ctx.channel.kind === 'DIRECT');
  return answerPosition(ctx, moved.length > 0);
}

/** Says that the viewer wants to read from `seq` on again. */
export async function markUnread(ctx: VerbContext & { channel: MemberChannel }, seq: number): Promise<ReadPosition> {
  await backward([ctx.channel.id, ctx.caller.user.id, seq]);
  return answerPosition(ctx, true);
}

async function answerPosition(ctx: VerbContext & { channel: MemberChannel }, moved: boolean): Promise<ReadPosition> {
  const position = await readPosition(ctx.caller.user.id, ctx.channel.id);
  if (!position) throw notFound();
  if (moved) publish(ctx, ctx.channel.workspaceId, position);
  return position;
}

async function readPosition(userId: string, channelId: string): Promise<ReadPosition | null> {
  const [state] = await readUnread([{ userId, channelId }]);
  if (!state) return null;
  const { lastReadSeq, unread, mentions } = state;
  return { channelId, lastReadSeq, unread, mentions };
}

function publish({ caller, realtime }: VerbContext, workspaceId: string, position: ReadPosition): void {
  const signal: UserSignal = { type: 'readElsewhere', workspaceId, ...position };
  realtime.hub.publish(userTopic(caller.user.id), JSON.stringify(signal));
}

/**
 * Tells the caller's devices where they stand in a channel, when something else than reading it changed that. A hint: one
 * that is lost is made good by the next look at the list.
 */
export async function tellPosition(
  ctx: VerbContext,
  { channelId, workspaceId }: { readonly channelId: string; readonly workspaceId: string },
): Promise<void> {
  const position = await readPosition(ctx.caller.user.id, channelId).catch(() => null);
  if (position) publish(ctx, workspaceId, position);
}
