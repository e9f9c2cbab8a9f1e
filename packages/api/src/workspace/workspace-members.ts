import { prepared } from '@parley/db/query';
import { transaction } from '@parley/db/transaction';
import { findVisiblePeople } from '../access/person-access.ts';
import { findMembership, type WorkspaceMembership, type WorkspaceRole } from '../access/workspace-access.ts';
import { AppError, forbidden, notFound } from '../app-error.ts';
import { type MembershipChange, removeFromChannel } from '../channel/change-membership.ts';
import { listChannelHeads } from '../channel/list-channels.ts';
import { tellMembership } from '../channel/tell-channel.ts';
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

// A keyset over the primary key ("workspaceId", "userId").
const page = prepared<MemberRow>({
  name: 'workspace_members',
  text: `SELECT w."userId", ${userJson('u')} AS user, w.role, w."joinedAt"
    FROM "Member" w JOIN "User" u ON u.id = w."userId"
    WHERE w."workspaceId" = $1 AND ($2::uuid IS NULL OR w."userId" > $2) ORDER BY w."userId" LIMIT $3`,
});

const lockMembers = prepared<{ userId: string; role: WorkspaceRole }>({
  name: 'workspace_owners_lock',
  text: `SELECT "userId", role FROM "Member" WHERE "workspaceId" = $1 AND (role = 'OWNER' OR "userId" = $2)
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
  const rows = await page([input.workspaceId, after, input.limit + 1]);
  const read = rows.slice(0, input.limit);
  const last = read.at(-1);
  const visible = await findVisiblePeople(
    ctx.caller.user.id,
    read.map((row) => row.userId),
  );
  return {
    items: read.filter((row) => visible.has(row.userId)).map(memberView),
    nextCursor: rows.length > input.limit && last ? writeCursor(scope, last.userId) : null,
  };
}

/** Gives somebody another role. Nobody grants more than they have, and the last owner stays one. */
export async function setRole(
  ctx: AdminContext,
  input: SetRoleInput,
): Promise<{ userId: string; role: WorkspaceRole }> {
  const { workspaceId, userId, role } = input;
  await transaction(async (client) => {
    const current = await lockMember(client, { workspaceId, userId });
    if (!mayManage(ctx.membership.role, current.role) || !mayGrant(ctx.membership.role, role)) {
      throw forbidden('ROLE', 'You cannot give or take a role above your own.');
    }
    if (current.lastOwner && role !== 'OWNER') throw lastOwner();
    await setRoleRow([workspaceId, userId, role], client);
  });
  return { userId, role };
}

/** Takes somebody out of the workspace and all its channels. */
export async function removePerson(ctx: AdminContext, userId: string): Promise<{ userId: string }> {
  const { workspaceId } = ctx.membership;
  const isSelf = userId === ctx.caller.user.id;
  if (!isSelf && !(await findMembership(userId, workspaceId))) throw notFound();
  const channelIds = (await listChannelHeads(userId, workspaceId)).map((channel) => channel.id).sort();
  const changes = await transaction(async (client) => {
    const current = await lockMember(client, { workspaceId, userId });
    if (!isSelf && !mayManage(ctx.membership.role, current.role)) {
      throw forbidden('ROLE', 'Only owners may remove an owner.');
    }
    if (current.lastOwner) throw lastOwner();
    await removeRow([workspaceId, userId], client);
    const ended: MembershipChange[] = [];
    for (const channelId of channelIds) {
      const change = await removeFromChannel(client, { channelId, userIds: [userId] });
      if (change) ended.push(change);
    }
    return ended;
  });
  for (const change of changes) tellMembership(ctx.realtime, workspaceId, change);
  return { userId };
}

async function lockMember(
  client: Client,
  { workspaceId, userId }: { workspaceId: string; userId: string },
): Promise<{ role: WorkspaceRole; lastOwner: boolean }> {
  const rows = await lockMembers([workspaceId, userId], client);
  const current = rows.find((row) => row.userId === userId);
  if (!current) throw notFound();
  const owners = rows.filter((row) => row.role === 'OWNER').length;
  return { role: current.role, lastOwner: current.role === 'OWNER' && owners === 1 };
}

function lastOwner(): AppError {
  return new AppError({
    code: 'PRECONDITION_FAILED',
    reason: 'LAST_OWNER',
    message: 'A workspace needs an owner. Make somebody else an owner first.',
  });
}
