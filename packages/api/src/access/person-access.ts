import { prepared } from '@parley/db/query';

/** Somebody who asks after somebody. */
export interface Acquaintance {
  readonly viewerId: string;
  readonly userId: string;
}

// A guest sees only people of the channels they share; anyone else sees everyone of the workspaces they share, but a guest
// in no channel of theirs. Oneself is always visible. A channel that was deleted is shared by nobody.
const known = `(asked.person = asked.viewer OR EXISTS (
      SELECT FROM "Member" mine JOIN "Member" theirs
        ON theirs."workspaceId" = mine."workspaceId" AND theirs."userId" = asked.person
      WHERE mine."userId" = asked.viewer AND mine.role <> 'GUEST'
    ) OR EXISTS (
      SELECT FROM "ChannelMember" mine
      JOIN "ChannelMember" theirs
        ON theirs."channelId" = mine."channelId" AND theirs."userId" = asked.person AND theirs."leftAt" IS NULL
      JOIN "Channel" c ON c.id = mine."channelId" AND c."deletedAt" IS NULL
      WHERE mine."userId" = asked.viewer AND mine."leftAt" IS NULL
    ))`;

const visible = prepared<Acquaintance>({
  name: 'access_people',
  text: `SELECT asked.viewer AS "viewerId", asked.person AS "userId"
    FROM unnest($1::uuid[], $2::uuid[]) AS asked(viewer, person) WHERE ${known}`,
});

/** What the viewer may see of a person's presence. */
export interface PresenceView extends Acquaintance {
  /** Does the person share it with the viewer? */
  readonly shared: boolean;
  /** Since when one of them wants nothing from the other, if so. */
  readonly blockedAt: Date | null;
}

/**
 * Does person `u` share with `viewer`, an expression of an id, whether they are there? A contact is somebody to whom the
 * person wrote in a conversation of the two: being written to makes nobody one.
 */
export const sharesPresenceWith = (viewer: string): string => `(u.id = ${viewer} OR u."presenceSharing" = 'EVERYONE'
    OR (u."presenceSharing" = 'CONTACTS' AND EXISTS (
      SELECT FROM "Member" w
      JOIN "Channel" c ON c."workspaceId" = w."workspaceId" AND c."deletedAt" IS NULL
        AND c."directKey" = least(${viewer}, u.id)::text || ' ' || greatest(${viewer}, u.id)::text
      JOIN "Message" m ON m."channelId" = c.id AND m."authorId" = u.id
      WHERE w."userId" = u.id
    )))`;

const presenceViews = prepared<PresenceView>({
  name: 'access_presence',
  text: `SELECT asked.viewer AS "viewerId", asked.person AS "userId",
      ${sharesPresenceWith('asked.viewer')} AS shared,
      (SELECT min(b."createdAt") FROM "Block" b WHERE (b."blockerId" = asked.viewer AND b."blockedId" = asked.person)
        OR (b."blockerId" = asked.person AND b."blockedId" = asked.viewer)) AS "blockedAt"
    FROM unnest($1::uuid[], $2::uuid[]) AS asked(viewer, person) JOIN "User" u ON u.id = asked.person WHERE ${known}`,
});

/** What the viewer may see of the presence of each of these people; those whom they may not know of are absent. */
export function findPresenceViews(pairs: readonly Acquaintance[]): Promise<PresenceView[]> {
  return presenceViews([pairs.map(({ viewerId }) => viewerId), pairs.map(({ userId }) => userId)]);
}

/** Those of these pairs in which the viewer may know of the other, in no order. */
export function findAcquaintances(pairs: readonly Acquaintance[]): Promise<Acquaintance[]> {
  return visible([pairs.map(({ viewerId }) => viewerId), pairs.map(({ userId }) => userId)]);
}

/** Which of these people the viewer may know of, in no order. */
export async function findVisiblePeople(viewerId: string, userIds: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await findAcquaintances([...new Set(userIds)].map((userId) => ({ viewerId, userId })));
  return new Set(rows.map((row) => row.userId));
}
