import { prepared } from '@parley/db/query';
import type { MemberChannel } from '../access/channel-access.ts';
import { findPresenceViews } from '../access/person-access.ts';
import type { VerbContext } from '../trpc/context.ts';

// One range of the primary key ("channelId", "userId").
const others = prepared<{ id: string; timezone: string | null }>({
  name: 'channel_reach',
  text: `SELECT u.id, u.timezone FROM "ChannelMember" cm JOIN "User" u ON u.id = cm."userId"
    WHERE cm."channelId" = $1 AND cm."userId" <> $2 AND cm."leftAt" IS NULL AND u."deactivatedAt" IS NULL`,
});

/**
 * Whom `<!channel>` and `<!here>` would call: how many others are in the channel, how many of them are there now as far as
 * the caller may see it, and the time zones that those of either said they live in.
 */
export async function mentionReach(
  ctx: VerbContext & { channel: MemberChannel },
): Promise<{ channel: number; here: number; timezones: string[]; hereTimezones: string[] }> {
  const people = await others([ctx.channel.id, ctx.caller.user.id]);
  const online = await seenOnline(
    ctx,
    people.map((person) => person.id),
  );
  const here = people.filter(({ id }) => online.has(id));
  return {
    channel: people.length,
    here: here.length,
    timezones: timezonesOf(people),
    hereTimezones: timezonesOf(here),
  };
}

/** Who keeps it to themselves, or blocked the caller, or was blocked, is not counted: of few the count would tell. */
async function seenOnline({ caller, realtime }: VerbContext, userIds: readonly string[]): Promise<ReadonlySet<string>> {
  const states = await realtime.presence.read(userIds);
  const online = states.filter(({ status }) => status === 'ONLINE');
  const views = await findPresenceViews(online.map(({ userId }) => ({ viewerId: caller.user.id, userId })));
  return new Set(views.filter(({ shared, blockedAt }) => shared && blockedAt === null).map(({ userId }) => userId));
}

function timezonesOf(people: readonly { timezone: string | null }[]): string[] {
  return [...new Set(people.flatMap(({ timezone }) => timezone ?? []))].sort();
}
