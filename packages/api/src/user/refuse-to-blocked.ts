import { prepared } from '@parley/db/query';
import type { MemberChannel } from '../access/channel-access.ts';
import { forbidden } from '../app-error.ts';
import type { VerbContext } from '../trpc/context.ts';

// Two primary-key ranges, and only for conversations of two.
const blockedHere = prepared<{ blockedId: string }>({
  name: 'block_in_direct',
  text: `SELECT b."blockedId" FROM "ChannelMember" other
    JOIN "Block" b ON b."blockerId" = $2 AND b."blockedId" = other."userId"
    WHERE other."channelId" = $1 AND other."userId" <> $2`,
});

/**
 * FORBIDDEN (BLOCKED_BY_YOU) for writing to a person whom one blocked oneself. Whoever was blocked is not refused, since a
 * refusal would tell: what they write is kept where it was written, and the other hears of it when the block is taken back.
 */
export async function refuseToBlocked(ctx: VerbContext & { channel: MemberChannel }): Promise<void> {
  if (ctx.channel.kind !== 'DIRECT') return;
  const blocked = await blockedHere([ctx.channel.id, ctx.caller.user.id]);
  if (blocked.length > 0) throw forbidden('BLOCKED_BY_YOU', 'You blocked this person. Unblock them to write to them.');
}
