import { prepared } from '@parley/db/query';
import type { ChannelRole } from '../access/channel-access.ts';
import { type ChannelMemberRow, channelMemberColumns } from './channel-member.view.ts';

type Client = NonNullable<Parameters<ReturnType<typeof prepared>>[1]>;

/** What a change of members left behind: the rows that changed, each with its own number, and how many members there are. */
export interface MembershipChange {
  readonly members: readonly ChannelMemberRow[];
  readonly memberCount: number;
}

// Locks in the order every change keeps: this one (for rows that may not exist yet), the members' rows, the channel's.
const lockPlaces = prepared<{ locked: string }>({
  name: 'membership_lock',
  text: `SELECT pg_advisory_xact_lock(hashtextextended($1::text || p, 0))::text AS locked
    FROM (SELECT p FROM unnest($2::text[]) p ORDER BY p) ordered`,
});

const readPlaces = prepared<{ userId: string; present: boolean }>({
  name: 'membership_read',
  text: `SELECT "userId", "leftAt" IS NULL AS present FROM "ChannelMember"
    WHERE "channelId" = $1 AND "userId" = ANY($2::uuid[]) ORDER BY "userId" FOR NO KEY UPDATE`,
});

const takeNumbers = prepared<{ seq: number; memberCount: number }>({
  name: 'membership_count',
  text: `UPDATE "Channel" SET seq = seq + $2::int, "memberCount" = "memberCount" + $3::int
    WHERE id = $1 AND "deletedAt" IS NULL RETURNING seq, "memberCount"`,
});

// A person starts where the channel stands: what was said before they came is history, not unread.
const join = prepared({
  name: 'membership_join',
  text: `INSERT INTO "ChannelMember" ("channelId", "userId", role, "changeSeq", "lastReadSeq")
    SELECT $1, p."userId", $3::"ChannelRole", $4::int + p.n, $4::int + p.n
    FROM unnest($2::uuid[]) WITH ORDINALITY AS p("userId", n)
    ON CONFLICT ("channelId", "userId") DO UPDATE SET role = excluded.role, "joinedAt" = now(), "leftAt" = NULL,
      "changeSeq" = excluded."changeSeq", "lastReadSeq" = excluded."lastReadSeq"`,
});

const leave = prepared({
  name: 'membership_leave',
  text: `UPDATE "ChannelMember" cm SET "leftAt" = now(), role = 'MEMBER', "changeSeq" = $3::int + p.n
    FROM unnest($2::uuid[]) WITH ORDINALITY AS p("userId", n)
    WHERE cm."channelId" = $1 AND cm."userId" = p."userId"`,
});

const setRole = prepared({
  name: 'membership_role',
  text: `UPDATE "ChannelMember" SET role = $3::"ChannelRole", "changeSeq" = $4 WHERE "channelId" = $1 AND "userId" = $2`,
});

const readMembers = prepared<ChannelMemberRow>({
  name: 'membership_rows',
  text: `SELECT ${channelMemberColumns} FROM "ChannelMember" cm JOIN "User" u ON u.id = cm."userId"
    WHERE cm."channelId" = $1 AND cm."userId" = ANY($2::uuid[]) ORDER BY cm."changeSeq"`,
});

interface Places {
  readonly channelId: string;
  readonly userIds: readonly string[];
}

async function lock(client: Client, { channelId, userIds }: Places): Promise<ReadonlySet<string>> {
  await lockPlaces([channelId, userIds], client);
  const rows = await readPlaces([channelId, userIds], client);
  return new Set(rows.filter((row) => row.present).map((row) => row.userId));
}

/** Makes people members, in a transaction; those who are members already are left as they are. Null: no such channel. */
export async function addToChannel(
  client: Client,
  places: Places,
  role: ChannelRole = 'MEMBER',
): Promise<MembershipChange | null> {
  const { channelId } = places;
  const present = await lock(client, places);
  const joining = [...new Set(places.userIds)].filter((userId) => !present.has(userId));
  const [counted] = await takeNumbers([channelId, joining.length, joining.length], client);
  if (!counted) return null;
  if (joining.length > 0) await join([channelId, joining, role, counted.seq - joining.length], client);
  return { members: await readMembers([channelId, joining], client), memberCount: counted.memberCount };
}

/** Ends memberships, in a transaction; the rows stay as tombstones. Null: no such channel. */
export async function removeFromChannel(client: Client, places: Places): Promise<MembershipChange | null> {
  const { channelId } = places;
  const present = await lock(client, places);
  const leaving = [...present];
  const [counted] = await takeNumbers([channelId, leaving.length, -leaving.length], client);
  if (!counted) return null;
  if (leaving.length > 0) await leave([channelId, leaving, counted.seq - leaving.length], client);
  return { members: await readMembers([channelId, leaving], client), memberCount: counted.memberCount };
}

/** Gives a member another role, in a transaction. Null: they are not a member. */
export async function changeChannelRole(
  client: Client,
  { channelId, userId, role }: { channelId: string; userId: string; role: ChannelRole },
): Promise<MembershipChange | null> {
  const present = await lock(client, { channelId, userIds: [userId] });
  if (!present.has(userId)) return null;
  const [counted] = await takeNumbers([channelId, 1, 0], client);
  if (!counted) return null;
  await setRole([channelId, userId, role, counted.seq], client);
  return { members: await readMembers([channelId, [userId]], client), memberCount: counted.memberCount };
}
