import { prepared } from '@parley/db/query';
import type { User } from '@parley/realtime/shapes';
import { findVisiblePeople } from '../access/person-access.ts';
import { invalidField, notFound } from '../app-error.ts';
import { tellUser } from '../channel/tell-channel.ts';
import { shownToMember } from '../direct/shown-to-member.ts';
import { retellPresence } from '../presence/retell-presence.ts';
import type { VerbContext } from '../trpc/context.ts';
import { type DbTime, isoTime } from '../view-time.ts';
import { type UserRow, userJson, userView } from './user.view.ts';

const insert = prepared<{ blockedId: string }>({
  name: 'block_insert',
  text: `INSERT INTO "Block" ("blockerId", "blockedId") VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING "blockedId"`,
});

const remove = prepared<{ blockedId: string }>({
  name: 'block_delete',
  text: `DELETE FROM "Block" WHERE "blockerId" = $1 AND "blockedId" = $2 RETURNING "blockedId"`,
});

const mine = prepared<{ user: UserRow; createdAt: DbTime }>({
  name: 'block_list',
  text: `SELECT ${userJson('u')} AS user, b."createdAt" FROM "Block" b JOIN "User" u ON u.id = b."blockedId"
    WHERE b."blockerId" = $1 ORDER BY b."createdAt" DESC, u.id LIMIT 1000`,
});

// The conversations of the two alone, in every workspace of the first one: by the unique index of keys.
const conversations = prepared<{ id: string; workspaceId: string; shown: boolean }>({
  name: 'block_directs',
  text: `SELECT c.id, c."workspaceId", ${shownToMember} AS shown FROM "Member" w
    JOIN "Channel" c ON c."workspaceId" = w."workspaceId" AND c."deletedAt" IS NULL
      AND c."directKey" = least($1::uuid, $2::uuid)::text || ' ' || greatest($1::uuid, $2::uuid)::text
    JOIN "ChannelMember" cm ON cm."channelId" = c.id AND cm."userId" = w."userId" AND cm."leftAt" IS NULL
    WHERE w."userId" = $1`,
});

/** Somebody whom the caller blocked, and since when. */
export interface Blocked {
  readonly user: User;
  readonly blockedAt: string;
}

/**
 * Wants nothing from somebody any more: neither sees the other's presence, typing and receipts, and their conversation
 * leaves the caller's list. The other is not told. Again is the same answer; somebody unknown is NOT_FOUND.
 */
export async function blockUser(ctx: VerbContext, userId: string): Promise<{ id: string }> {
  const viewerId = ctx.caller.user.id;
  if (userId === viewerId) throw invalidField('id', 'You cannot block yourself.');
  const visible = await findVisiblePeople(viewerId, [userId]);
  if (!visible.has(userId)) throw notFound();
  const blocked = await insert([viewerId, userId]);
  if (blocked.length > 0) await tellBlock(ctx, userId);
  return { id: userId };
}

/** Takes a block back, if there is one: what was written meanwhile is found where it was written. */
export async function unblockUser(ctx: VerbContext, userId: string): Promise<{ id: string }> {
  const removed = await remove([ctx.caller.user.id, userId]);
  if (removed.length > 0) await tellBlock(ctx, userId);
  return { id: userId };
}

/** Whom the caller blocked, the latest first. */
export async function listBlocked(ctx: VerbContext): Promise<Blocked[]> {
  const rows = await mine([ctx.caller.user.id]);
  return rows.map((row) => ({ user: userView(row.user), blockedAt: isoTime(row.createdAt) }));
}

async function tellBlock(ctx: VerbContext, userId: string): Promise<void> {
  const viewerId = ctx.caller.user.id;
  for (const person of [viewerId, userId]) tellUser(ctx.realtime, person, { type: 'hidesChanged' });
  tellUser(ctx.realtime, viewerId, { type: 'blockedChanged' });
  for (const { id: channelId, workspaceId, shown } of await conversations([viewerId, userId])) {
    tellUser(ctx.realtime, viewerId, { type: shown ? 'channelAdded' : 'directClosed', workspaceId, channelId });
  }
  await retellPresence(ctx.realtime, [viewerId, userId]);
}
