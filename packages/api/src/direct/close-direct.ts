import { prepared } from '@parley/db/query';
import type { MemberChannel } from '../access/channel-access.ts';
import { forbidden } from '../app-error.ts';
import { tellUser } from '../channel/tell-channel.ts';
import type { VerbContext } from '../trpc/context.ts';
import { isDirect } from './refuse-in-direct.ts';

const hide = prepared({
  name: 'direct_close',
  text: `UPDATE "ChannelMember" cm SET "hiddenSeq" = c.seq FROM "Channel" c
    WHERE cm."channelId" = $1 AND cm."userId" = $2 AND c.id = cm."channelId"`,
});

/** Puts a conversation out of the caller's own list until its next message. A channel is FORBIDDEN: one leaves it. */
export async function closeDirect(ctx: VerbContext & { channel: MemberChannel }): Promise<{ id: string }> {
  const { id: channelId, workspaceId, kind } = ctx.channel;
  if (!isDirect(kind)) throw forbidden('NOT_DIRECT', 'Only conversations are closed. Leave the channel instead.');
  await hide([channelId, ctx.caller.user.id]);
  tellUser(ctx.realtime, ctx.caller.user.id, { type: 'directClosed', workspaceId, channelId });
  return { id: channelId };
}
