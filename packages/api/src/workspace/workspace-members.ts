import { prepared } from '@parley/db/query';
import { transaction } from '@parley/db/transaction';
import { findMembership, type WorkspaceMembership, type WorkspaceRole } from '../access/workspace-access.ts';
import { endSessionsOf, tellSessionsEnded } from '../account/end-sessions.ts';
import { AppError, forbidden, notFound } from '../app-error.ts';
import { lockPlaces, type MembershipChange, removeFromChannel } from '../channel/change-membership.ts';
import { tellMembership, tellUser } from '../channel/tell-channel.ts';
import { readCursor, writeCursor } from '../page/cursor.ts';
import type { VerbContext } from '../trpc/context.ts';
import { type UserRow, userJson, userView } from '../user/user.view.ts';
import { type DbTime, isoTime } from '../view-time.ts';
import type { ListPeopleInput, SetRoleInput } from './workspace.input.ts';
import { mayGrant, mayManage } from './workspace.policy.ts';
import type { WorkspaceMember } from './workspace.view.ts';

type AdminContext = VerbContext & { readonly membership: WorkspaceMembership };
type Client = Parameters<Parameters<typeof transaction>[0]>[0];

interface MemberRow {
  readonly userId: string;
  readonly user: UserRow;
  readonly role: WorkspaceRole;
  readonly joinedAt: DbTime;
}

// A keyset over the primary key ("workspaceId", "userId"). A guest's page holds people of the guest's channels here alone:
// neither who else is in the workspace nor how many they are can be read from it.
const page = prepared<MemberRow>({
  name: 'workspace_members',
  text: `SELECT w."userId", ${userJson('u')} AS user, w.role, w."joinedAt"
    FROM "Member" w JOIN "User" u ON u.id = w."userId"
    WHERE w."workspaceId" = $1 AND ($2::uuid IS NULL OR w."userId" > $2)
      AND ($4::uuid IS NULL OR w."userId" = $4 OR EXISTS (
        SELECT FROM "ChannelMember" mine
        JOIN "ChannelMember" theirs
          ON theirs."channelId" = mine."channelId" AND theirs."userId" = w."userId" AND theirs."leftAt" IS NULL
        JOIN "Channel" c ON c.id = mine."channelId" AND c."workspaceId" = $1 AND c."deletedAt" IS NULL
        WHERE mine."userId" = $4 AND mine."leftAt" IS NULL
      ))
    ORDER BY w."userId" LIMIT $3`,
});

const lockMembers = prepared<{ userId: string; role: WorkspaceRole }>({
  name: 'workspace_owners_lock',
  text: `SELECT "userId", role FROM "Member" WHERE "workspaceId" = $1 AND (role = 'OWNER' OR "userId" IN ($2, $3))
    ORDER BY "userId" FOR NO KEY UPDATE`,
});
const setRoleRow = prepared({
  name: 'workspace_role',
  text: `UPDATE "Member" SET role = $3::"WorkspaceRole" WHERE "workspaceId" = $1 AND "userId" = $2`,
});
const removeRow = prepared({
  name: 'workspace_member_remove',
  text: `DELETE FROM "Member" WHERE "workspaceId" = $1 AND "userId" = $2`,
});

// To be read after the member's row is gone: from then on nobody brings them into another channel.
const placesOf = prepared<{ channelId: string; direct: boolean }>({
  name: 'workspace_member_places',
  text: `SELECT cm."channelId", c.kind IN ('DIRECT', 'GROUP') AS direct
    FROM "ChannelMember" cm JOIN "Channel" c ON c.id = cm."channelId" AND c."deletedAt" IS NULL
    WHERE cm."userId" = $2 AND cm."leftAt" IS NULL AND c."workspaceId" = $1 ORDER BY cm."channelId"`,
});

function memberView(row: MemberRow): WorkspaceMember {
  return { user: userView(row.user), role: row.role, joinedAt: isoTime(row.joinedAt) };
}

/** The workspace's people, a page at a time; a guest sees only those of their channels. */
export async function listPeople(
  ctx: AdminContext,
  input: ListPeopleInput,
): Promise<{ items: WorkspaceMember[]; nextCursor: string | null }> {
  const scope = `workspace.members ${input.workspaceId}`;
  const after = input.cursor === undefined ? null : readCursor(scope, input.cursor);
  const guestId = ctx.membership.role === 'GUEST' ? ctx.caller.user.id : null;
  const rows = await page([input.workspaceId, after, input.limit + 1, guestId]);
  const shown = rows.slice(0, input.limit);
  const last = shown.at(-1);
  return {
    items: shown.map(memberView),
    nextCursor: rows.length > input.limit && last ? writeCursor(scope, last.userId) : null,
  };
}

/**
 * Gives somebody another role. Nobody grants more than they have, and the last owner stays one. A new role ends every
 * session of that person, so that nothing they hold was issued to somebody with other rights: they sign in again.
 */
export async function setRole(
  ctx: AdminContext,
  input: SetRoleInput,
): Promise<{ userId: string; role: WorkspaceRole }> {
  const { workspaceId, userId, role } = input;
  const ended = await transaction(async (client) => {
    const current = await lockMember(client, ctx, userId);
    if (!mayManage(current.own, current.role) || !mayGrant(current.own, role)) {
      throw forbidden('ROLE', 'You cannot give or take a role above your own.');
    }
    if (current.lastOwner && role !== 'OWNER') throw lastOwner();
    if (current.role === role) return [];
    await setRoleRow([workspaceId, userId, role], client);
    return endSessionsOf(client, userId);
  });
  tellSessionsEnded(ctx.realtime, ended);
  return { userId, role };
}

/** Takes somebody out of the workspace and all its channels. */
export async function removePerson(ctx: AdminContext, userId: string): Promise<{ userId: string }> {
  const { workspaceId } = ctx.membership;
  const isSelf = userId === ctx.caller.user.id;
  if (!isSelf && !(await findMembership(userId, workspaceId))) throw notFound();
  const changes = await transaction(async (client) => {
    const current = await lockMember(client, ctx, userId);
    if (!isSelf && !mayManage(current.own, current.role)) {
      throw forbidden('ROLE', 'Only owners may remove an owner.');
    }
    if (current.lastOwner) throw lastOwner();
    await removeRow([workspaceId, userId], client);
    const places = await placesOf([workspaceId, userId], client);
    await lockPlaces(
      client,
      userId,
      places.map((place) => place.channelId),
    );
    const ended: MembershipChange[] = [];
    for (const { channelId, direct } of places) {
      // A conversation between people says nothing of who is gone.
      const left = { channelId, userIds: [userId] };
      const change = await removeFromChannel(client, direct ? left : { ...left, by: userId });
      if (change) ended.push(change);
    }
    return ended;
  });
  for (const change of changes) tellMembership(ctx.realtime, workspaceId, change);
  // A guest may have been in no channel at all.
  tellUser(ctx.realtime, userId, { type: 'workspaceLeft', workspaceId });
  return { userId };
}

/** Somebody's role and the caller's own, as they stand now and will until this is committed. */
async function lockMember(
  client: Client,
  ctx: AdminContext,
  userId: string,
): Promise<{ role: WorkspaceRole; own: WorkspaceRole; lastOwner: boolean }> {
  const callerId = ctx.caller.user.id;
  const rows = await lockMembers([ctx.membership.workspaceId, userId, callerId], client);
  const roles = new Map(rows.map((row) => [row.userId, row.role]));
  const role = roles.get(userId);
  const own = roles.get(callerId);
  if (!role || !own) throw notFound();
  const owners = rows.filter((row) => row.role === 'OWNER').length;
  return { role, own, lastOwner: role === 'OWNER' && owners === 1 };
}

function lastOwner(): AppError {
  return new AppError({
    code: 'PRECONDITION_FAILED',
    reason: 'LAST_OWNER',
    message: 'A workspace needs an owner. Make somebody else an owner first.',
  });
}
