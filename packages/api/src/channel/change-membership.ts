import { prepared } from '@parley/db/query';
import type { Message, SystemNote } from '@parley/realtime/shapes';
import type { ChannelRole } from '../access/channel-access.ts';
import { notFound } from '../app-error.ts';
import { readMessages } from '../message/change-message.ts';
import { insertNotes } from '../message/insert-notes.ts';
import { type ChannelMemberRow, channelMemberColumns } from './channel-member.view.ts';

type Client = NonNullable<Parameters<ReturnType<typeof prepared>>[1]>;

/** What a change of members left behind: the rows that changed, each with its own number, and how many members there are. */
export interface MembershipChange {
  readonly members: readonly ChannelMemberRow[];
  readonly memberCount: number;
  /** What the timeline says of it, numbered after the members. */
  readonly notes: readonly Message[];
}

// Whoever comes into a channel stays in its workspace until that is committed: a removal waits, and finds the new place.
const lockInWorkspace = prepared<{ userId: string }>({
  name: 'membership_workspace',
  text: `SELECT w."userId" FROM "Channel" c JOIN "Member" w ON w."workspaceId" = c."workspaceId"
    WHERE c.id = $1 AND w."userId" = ANY($2::uuid[]) ORDER BY w."userId" FOR KEY SHARE OF w`,
});

// Locks in the order every change keeps: this one (for rows that may not exist yet), the members' rows, the channels'.
const lockNames = prepared<{ locked: string }>({
  name: 'membership_lock',
  text: `SELECT pg_advisory_xact_lock(hashtextextended(c || p, 0))::text AS locked
    FROM (SELECT c, p FROM unnest($1::text[]) c CROSS JOIN unnest($2::text[]) p ORDER BY c, p) ordered`,
});

const lockRows = prepared<{ userId: string; present: boolean }>({
  name: 'membership_read',
  text: `SELECT "userId", "leftAt" IS NULL AS present FROM "ChannelMember"
    WHERE "channelId" = ANY($1::uuid[]) AND "userId" = ANY($2::uuid[]) ORDER BY "channelId", "userId" FOR NO KEY UPDATE`,
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

// The same holds for the threads that they followed when they were here before.
const catchUp = prepared({
  name: 'membership_threads',
  text: `UPDATE "ThreadFollow" f SET "lastReadSeq" = cm."lastReadSeq" FROM "ChannelMember" cm
    WHERE cm."channelId" = $1 AND cm."userId" = ANY($2::uuid[])
      AND f."userId" = cm."userId" AND f."channelId" = cm."channelId" AND f."lastReadSeq" < cm."lastReadSeq"`,
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
  /** Who does it, when the timeline is to say so. */
  readonly by?: string;
  /** A member by whose right it is done: NOT_FOUND when they are none any more. */
  readonly actorId?: string;
}

/** How many numbers a change of so many members takes: one each, and one each for what the timeline says. */
function numbersFor(count: number, { by }: Places): number {
  return by === undefined ? count : count * 2;
}

async function noteThem(
  client: Client,
  { channelId, by }: Places,
  { firstSeq, notes }: { firstSeq: number; notes: readonly SystemNote[] },
): Promise<Message[]> {
  if (by === undefined || notes.length === 0) return [];
  return readMessages(client, await insertNotes(client, { channelId, authorId: by, firstSeq }, notes));
}

/** Those of the people who are members; they, and by whose right it is done, stay so until the transaction ends. */
async function lock(client: Client, { channelId, userIds, actorId }: Places): Promise<ReadonlySet<string>> {
  const locked = actorId === undefined ? userIds : [...userIds, actorId];
  await lockNames([[channelId], locked], client);
  const rows = await lockRows([[channelId], locked], client);
  const present = new Set(rows.filter((row) => row.present).map((row) => row.userId));
  if (actorId !== undefined && !present.has(actorId)) throw notFound();
  return new Set(userIds.filter((userId) => present.has(userId)));
}

/**
 * Locks a person's places in several channels, before they change one channel after the other: a message to two of them
 * takes all places before all channels too, and neither waits for the other.
 */
export async function lockPlaces(client: Client, userId: string, channelIds: readonly string[]): Promise<void> {
  await lockNames([channelIds, [userId]], client);
  await lockRows([channelIds, [userId]], client);
}

/**
 * Makes people members, in a transaction. Those who are members already are left as they are, and those who are not in
 * the workspace any more are left out. Null: no such channel.
 */
export async function addToChannel(
  client: Client,
  places: Places,
  role: ChannelRole = 'MEMBER',
): Promise<MembershipChange | null> {
  const { channelId } = places;
  const inWorkspace = new Set((await lockInWorkspace([channelId, places.userIds], client)).map((row) => row.userId));
  const present = await lock(client, places);
  const joining = [...new Set(places.userIds)].filter((userId) => inWorkspace.has(userId) && !present.has(userId));
  const numbers = numbersFor(joining.length, places);
  const [counted] = await takeNumbers([channelId, numbers, joining.length], client);
  if (!counted) return null;
  const base = counted.seq - numbers;
  if (joining.length > 0) {
    await join([channelId, joining, role, base], client);
    await catchUp([channelId, joining], client);
  }
  const said = joining.map((userId) => ({ type: 'joined', userId }) as const);
  const notes = await noteThem(client, places, { firstSeq: base + joining.length + 1, notes: said });
  return { members: await readMembers([channelId, joining], client), memberCount: counted.memberCount, notes };
}

/** Ends memberships, in a transaction; the rows stay as tombstones. Null: no such channel. */
export async function removeFromChannel(client: Client, places: Places): Promise<MembershipChange | null> {
  const { channelId } = places;
  const present = await lock(client, places);
  const leaving = [...present];
  const numbers = numbersFor(leaving.length, places);
  const [counted] = await takeNumbers([channelId, numbers, -leaving.length], client);
  if (!counted) return null;
  const base = counted.seq - numbers;
  if (leaving.length > 0) await leave([channelId, leaving, base], client);
  const said = leaving.map((userId) => ({ type: 'left', userId }) as const);
  const notes = await noteThem(client, places, { firstSeq: base + leaving.length + 1, notes: said });
  return { members: await readMembers([channelId, leaving], client), memberCount: counted.memberCount, notes };
}

/** Gives a member another role, in a transaction. Null: they are not a member. */
export async function changeChannelRole(
  client: Client,
  { channelId, userId, role, actorId }: { channelId: string; userId: string; role: ChannelRole; actorId: string },
): Promise<MembershipChange | null> {
  const present = await lock(client, { channelId, userIds: [userId], actorId });
  if (!present.has(userId)) return null;
  const [counted] = await takeNumbers([channelId, 1, 0], client);
  if (!counted) return null;
  await setRole([channelId, userId, role, counted.seq], client);
  const members = await readMembers([channelId, [userId]], client);
  return { members, memberCount: counted.memberCount, notes: [] };
}
