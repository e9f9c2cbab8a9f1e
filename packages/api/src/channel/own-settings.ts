import { prepared } from '@parley/db/query';
import { notFound } from '../app-error.ts';
import type { VerbContext } from '../trpc/context.ts';
import type { SetNotificationsInput, StarInput } from './channel.input.ts';
import { getChannel } from './get-channel.ts';
import { tellUser } from './tell-channel.ts';
import type { ViewerChannel } from './viewer-channel.view.ts';

const setLevel = prepared<{ channelId: string }>({
  name: 'channel_notifications',
  text: `UPDATE "ChannelMember" SET "notificationLevel" = $3::"NotificationLevel",
      "mutedUntil" = CASE WHEN $4::boolean THEN $5::timestamptz ELSE "mutedUntil" END
    WHERE "channelId" = $1 AND "userId" = $2 AND "leftAt" IS NULL RETURNING "channelId"`,
});

const setStarred = prepared<{ channelId: string }>({
  name: 'channel_star',
  text: `UPDATE "ChannelMember" SET starred = $3 WHERE "channelId" = $1 AND "userId" = $2 AND "leftAt" IS NULL
    RETURNING "channelId"`,
});

/** Says what of a channel the viewer is notified of. `mutedUntil`: null unmutes, left out changes nothing. */
export async function setNotifications(ctx: VerbContext, input: SetNotificationsInput): Promise<ViewerChannel> {
  const { channelId, level, mutedUntil } = input;
  const until = mutedUntil ? new Date(mutedUntil) : null;
  const rows = await setLevel([channelId, ctx.caller.user.id, level, mutedUntil !== undefined, until]);
  return answerOwn(ctx, rows);
}

/** Puts a channel on top of the viewer's own list, or takes it down. */
export async function starChannel(ctx: VerbContext, { channelId, starred }: StarInput): Promise<ViewerChannel> {
  return answerOwn(ctx, await setStarred([channelId, ctx.caller.user.id, starred]));
}

async function answerOwn(ctx: VerbContext, rows: ReadonlyArray<{ channelId: string }>): Promise<ViewerChannel> {
  const [row] = rows;
  if (!row) throw notFound();
  const channel = await getChannel(ctx, row.channelId);
  const { id: channelId, workspaceId } = channel;
  tellUser(ctx.realtime, ctx.caller.user.id, { type: 'channelChanged', workspaceId, channelId });
  return channel;
}
