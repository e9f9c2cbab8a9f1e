import { prepared } from '@parley/db/query';
import { notFound } from '../app-error.ts';
import { unreadLateral } from '../read-state/unread.ts';
import type { VerbContext } from '../trpc/context.ts';
import {
  lastMessageLateral,
  type ViewerChannel,
  type ViewerChannelRow,
  viewerChannelColumns,
  viewerChannelView,
} from './viewer-channel.view.ts';

const oneChannel = prepared<ViewerChannelRow>({
  name: 'channel_get',
  text: `SELECT ${viewerChannelColumns} FROM "Channel" c
    JOIN "Member" w ON w."workspaceId" = c."workspaceId" AND w."userId" = $2
    LEFT JOIN "ChannelMember" cm ON cm."channelId" = c.id AND cm."userId" = $2 AND cm."leftAt" IS NULL
    ${unreadLateral}
    ${lastMessageLateral}
    WHERE c.id = $1 AND c."deletedAt" IS NULL
      AND (cm."userId" IS NOT NULL OR (c.kind = 'PUBLIC' AND w.role <> 'GUEST'))`,
});

/** One channel that the viewer may see; with `membership` and `lastMessage` when they are a member. */
export async function getChannel(ctx: VerbContext, channelId: string): Promise<ViewerChannel> {
  const [row] = await oneChannel([channelId, ctx.caller.user.id]);
  if (!row) throw notFound();
  return viewerChannelView(row);
}
