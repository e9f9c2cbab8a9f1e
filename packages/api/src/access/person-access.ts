import { prepared } from '@parley/db/query';

/** Somebody who asks after somebody. */
export interface Acquaintance {
  readonly viewerId: string;
  readonly userId: string;
}

// A guest sees only people of the channels they share; anyone else sees everyone of the workspaces they share, but a guest
// in no channel of theirs. Oneself is always visible. A channel that was deleted is shared by nobody.
const visible = prepared<Acquaintance>({
  name: 'access_people',
  text: `SELECT asked.viewer AS "viewerId", asked.person AS "userId"
    FROM unnest($1::uuid[], $2::uuid[]) AS asked(viewer, person)
    WHERE asked.person = asked.viewer OR EXISTS (
      SELECT FROM "Member" mine JOIN "Member" theirs
        ON theirs."workspaceId" = mine."workspaceId" AND theirs."userId" = asked.person
      WHERE mine."userId" = asked.viewer AND mine.role <> 'GUEST'
    ) OR EXISTS (
      SELECT FROM "ChannelMember" mine
      JOIN "ChannelMember" theirs
        ON theirs."channelId" = mine."channelId" AND theirs."userId" = asked.person AND theirs."leftAt" IS NULL
      JOIN "Channel" c ON c.id = mine."channelId" AND c."deletedAt" IS NULL
      WHERE mine."userId" = asked.viewer AND mine."leftAt" IS NULL
    )`,
});

/** Those of these pairs in which the viewer may know of the other, in no order. */
export function findAcquaintances(pairs: readonly Acquaintance[]): Promise<Acquaintance[]> {
  return visible([pairs.map(({ viewerId }) => viewerId), pairs.map(({ userId }) => userId)]);
}

/** Which of these people the viewer may know of, in no order. */
export async function findVisiblePeople(viewerId: string, userIds: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await findAcquaintances([...new Set(userIds)].map((userId) => ({ viewerId, userId })));
  return new Set(rows.map((row) => row.userId));
}
