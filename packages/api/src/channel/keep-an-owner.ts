import { prepared } from '@parley/db/query';
import { AppError } from '../app-error.ts';

type Client = NonNullable<Parameters<ReturnType<typeof prepared>>[1]>;

const owners = prepared<{ owners: number; members: number }>({
  name: 'channel_owners',
  text: `SELECT (count(*) FILTER (WHERE role = 'OWNER'))::int AS owners, count(*)::int AS members
    FROM "ChannelMember" WHERE "channelId" = $1 AND "leftAt" IS NULL`,
});

/** At the end of a change of members, with the channel's row locked: throws when people would be left without an owner. */
export async function keepAnOwner(client: Client, channelId: string): Promise<void> {
  const [left] = await owners([channelId], client);
  if (left && left.members > 0 && left.owners === 0) {
    throw new AppError({
      code: 'PRECONDITION_FAILED',
      reason: 'LAST_OWNER',
      message: 'A channel needs an owner. Make somebody else its owner first.',
    });
  }
}
