import { prepared } from '@parley/db/query';
import { transaction } from '@parley/db/transaction';
import type { WorkspaceRole } from '../access/workspace-access.ts';
import { notFound } from '../app-error.ts';
import { addToChannel, lockPlaces, type MembershipChange } from '../channel/change-membership.ts';
import { tellMembership } from '../channel/tell-channel.ts';
import type { VerbContext } from '../trpc/context.ts';
import { getWorkspace } from './get-workspace.ts';
import { hashInviteToken } from './invites.ts';
import type { Workspace } from './workspace.view.ts';

interface ValidInvite {
  readonly id: string;
  readonly workspaceId: string;
  readonly role: WorkspaceRole;
  readonly channelIds: string[];
  readonly createdById: string;
}

// A link is the word of whoever made it: it holds while they are in the workspace and may still give its role away. Roles
// are ordered from the owner down.
const vouchedFor = `EXISTS (SELECT FROM "Member" maker JOIN "User" person ON person.id = maker."userId"
  WHERE maker."workspaceId" = i."workspaceId" AND maker."userId" = i."createdById" AND maker.role <= i.role
    AND maker.role <> 'GUEST' AND person."deactivatedAt" IS NULL)`;
const alive = `i."tokenHash" = $1 AND i."revokedAt" IS NULL AND i."expiresAt" > now() AND ${vouchedFor}`;
const usable = `${alive} AND (i."maxUses" IS NULL OR i.uses < i."maxUses")`;

const lockInvite = prepared<ValidInvite>({
  name: 'invite_lock',
  text: `SELECT i.id, i."workspaceId", i.role, i."channelIds", i."createdById" FROM "Invite" i WHERE ${usable}
    FOR NO KEY UPDATE`,
});
const memberOf = prepared<{ workspaceId: string }>({
  name: 'invite_member',
  text: `SELECT i."workspaceId" FROM "Invite" i JOIN "Member" w ON w."workspaceId" = i."workspaceId" AND w."userId" = $2
    WHERE ${alive}`,
});
const use = prepared({ name: 'invite_use', text: `UPDATE "Invite" SET uses = uses + 1 WHERE id = $1` });
const insertMember = prepared<{ userId: string }>({
  name: 'invite_insert_member',
  text: `INSERT INTO "Member" ("workspaceId", "userId", role) VALUES ($1, $2, $3::"WorkspaceRole")
    ON CONFLICT DO NOTHING RETURNING "userId"`,
});
// Everyone but a guest joins the channels that everyone is in; the invite's own channels come to both, while the maker of
// the invite is in them.
const channelsToJoin = prepared<{ id: string }>({
  name: 'invite_channels',
  text: `SELECT c.id FROM "Channel" c WHERE c."workspaceId" = $1 AND c."deletedAt" IS NULL AND c."archivedAt" IS NULL
      AND ((c."isDefault" AND $3::boolean) OR (c.id = ANY($2::uuid[]) AND EXISTS (
        SELECT FROM "ChannelMember" m WHERE m."channelId" = c.id AND m."userId" = $4 AND m."leftAt" IS NULL)))
    ORDER BY c.id`,
});

const previewed = prepared<{ workspaceName: string; invitedBy: string; memberCount: number }>({
  name: 'invite_preview',
  text: `SELECT w.name AS "workspaceName", u."displayName" AS "invitedBy",
      (SELECT count(*)::int FROM "Member" m WHERE m."workspaceId" = w.id) AS "memberCount"
    FROM "Invite" i JOIN "Workspace" w ON w.id = i."workspaceId" JOIN "User" u ON u.id = i."createdById"
    WHERE ${usable}`,
});

/**
 * What a link leads to, for somebody who holds it. Used up, expired, revoked, made up, or made by somebody who has left or
 * may not give its role away any more: NOT_FOUND.
 */
export async function previewInvite(
  token: string,
): Promise<{ workspaceName: string; invitedBy: string; memberCount: number }> {
  const [row] = await previewed([hashInviteToken(token)]);
  if (!row) throw notFound();
  return row;
}

/** Joins a workspace by its link, in the role the link was made with. Being in it already uses nothing up. */
export async function joinByInvite(ctx: VerbContext, token: string): Promise<Workspace> {
  const userId = ctx.caller.user.id;
  const tokenHash = hashInviteToken(token);
  const [already] = await memberOf([tokenHash, userId]);
  if (already) return getWorkspace(ctx, already.workspaceId);
  const joined = await transaction(async (client) => {
    const [invite] = await lockInvite([tokenHash], client);
    if (!invite) throw notFound();
    const [entered] = await insertMember([invite.workspaceId, userId, invite.role], client);
    // Another tab of the same person was faster.
    if (!entered) return { workspaceId: invite.workspaceId, changes: [] };
    await use([invite.id], client);
    const { workspaceId, channelIds: named, role, createdById } = invite;
    const channels = await channelsToJoin([workspaceId, named, role !== 'GUEST', createdById], client);
    const channelIds = channels.map((channel) => channel.id);
    await lockPlaces(client, userId, channelIds);
    const changes: MembershipChange[] = [];
    for (const channelId of channelIds) {
      const change = await addToChannel(client, { channelId, userIds: [userId], by: userId });
      if (change) changes.push(change);
    }
    return { workspaceId: invite.workspaceId, changes };
  });
  for (const change of joined.changes) tellMembership(ctx.realtime, joined.workspaceId, change);
  return getWorkspace(ctx, joined.workspaceId);
}
