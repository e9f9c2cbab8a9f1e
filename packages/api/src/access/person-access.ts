import { prepared } from '@parley/db/query';

// A guest sees only people of the channels they share; anyone else sees everyone of the workspaces they share, but a guest
// in no channel of theirs. Oneself is always visible.
const visible = prepared<{ id: string }>({
  name: 'access_people',
  text: `SELECT asked.id FROM unnest($2::uuid[]) AS asked(id)
    WHERE asked.id = $1 OR EXISTS (
      SELECT FROM "Member" mine JOIN "Member" theirs
        ON theirs."workspaceId" = mine."workspaceId" AND theirs."userId" = asked.id
      WHERE mine."userId" = $1 AND mine.role <> 'GUEST'
    ) OR EXISTS (
      SELECT FROM "ChannelMember" mine JOIN "ChannelMember" theirs
        ON theirs."channelId" = mine."channelId" AND theirs."userId" = asked.id AND theirs."leftAt" IS NULL
      WHERE mine."userId" = $1 AND mine."leftAt" IS NULL
    )`,
});

/** Which of these people the viewer may know of, in no order. */
export async function findVisiblePeople(viewerId: string, userIds: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await visible([viewerId, [...new Set(userIds)]]);
  return new Set(rows.map((row) => row.id));
}
