import { prepared } from '@parley/db/query';
import type { MemberChannel } from '../access/channel-access.ts';
import { forbidden, notFound } from '../app-error.ts';
import type { VerbContext } from '../trpc/context.ts';
import { type ChannelRow, channelColumns } from './channel.view.ts';
import { tellChannelDeleted, tellUser } from './tell-channel.ts';

// The rows stay; access answers nothing for a deleted channel from here on. Its name is free again.
const bury = prepared<ChannelRow>({
  name: 'channel_delete',
  text: `UPDATE "Channel" c SET "deletedAt" = now(), "nameKey" = NULL, seq = c.seq + 1, "changeSeq" = c.seq + 1
    WHERE c.id = $1 AND c."deletedAt" IS NULL RETURNING ${channelColumns}`,
});

const memberIds = prepared<{ userId: string }>({
  name: 'channel_member_ids',
  text: `SELECT "userId" FROM "ChannelMember" WHERE "channelId" = $1 AND "leftAt" IS NULL`,
});

/** Deletes a channel for everybody. */
export async function deleteChannel(ctx: VerbContext & { channel: MemberChannel }): Promise<{ id: string }> {
  const { id, workspaceId, isDefault } = ctx.channel;
  if (isDefault) throw forbidden('DEFAULT_CHANNEL', 'Everyone is in this channel: it cannot be deleted.');
  const [row] = await bury([id]);
  if (!row) throw notFound();
  tellChannelDeleted(ctx.realtime, row);
  for (const { userId } of await memberIds([id])) {
    tellUser(ctx.realtime, userId, { type: 'channelRemoved', workspaceId, channelId: id });
  }
  return { id };
}
