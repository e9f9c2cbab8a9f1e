import { prepared } from '@parley/db/query';
import type { MemberChannel } from '../access/channel-access.ts';
import type { VerbContext } from '../trpc/context.ts';

// One range of the primary key ("channelId", "userId").
const others = prepared<{ id: string; timezone: string | null }>({
  name: 'channel_reach',
  text: `SELECT u.id, u.timezone FROM "ChannelMember" cm JOIN "User" u ON u.id = cm."userId"
    WHERE cm."channelId" = $1 AND cm."userId" <> $2 AND cm."leftAt" IS NULL AND u."deactivatedAt" IS NULL`,
});

/**
 * Whom `<!channel>` and `<!here>` would call: how many others are in the channel, how many of them are there now, and the
 * time zones that those of either said they live in.
 */
export async function mentionReach(
  ctx: VerbContext & { channel: MemberChannel },
): Promise<{ channel: number; here: number; timezones: string[]; hereTimezones: string[] }> {
  const people = await others([ctx.channel.id, ctx.caller.user.id]);
  const states = await ctx.realtime.presence.read(people.map((person) => person.id));
  const online = new Set(states.filter(({ status }) => status === 'ONLINE').map(({ userId }) => userId));
  const here = people.filter(({ id }) => online.has(id));
  return {
    channel: people.length,
    here: here.length,
    timezones: timezonesOf(people),
    hereTimezones: timezonesOf(here),
  };
}

function timezonesOf(people: readonly { timezone: string | null }[]): string[] {
  return [...new Set(people.flatMap(({ timezone }) => timezone ?? []))].sort();
}
