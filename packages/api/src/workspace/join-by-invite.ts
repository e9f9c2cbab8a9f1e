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
}

const usable = `"tokenHash" = $1 AND "revokedAt" IS NULL AND "expiresAt" > now() AND ("maxUses" IS NULL OR uses < "maxUses")`;

const lockInvite = prepared<ValidInvite>({
  name: 'invite_lock',
  text: `SELECT id, "workspaceId", role, "channelIds" FROM "Invite" WHERE ${usable} FOR NO KEY UPDATE`,
});
const memberOf = prepared<{ workspaceId: string }>({
  name: 'invite_member',
  text: `SELECT i."workspaceId" FROM "Invite" i JOIN "Member" w ON w."workspaceId" = i."workspaceId" AND w."userId" = $2
    WHERE i."tokenHash" = $1 AND i."revokedAt" IS NULL`,
});
const use = prepared({ name: 'invite_use', text: `UPDATE "Invite" SET uses = uses + 1 WHERE id = $1` });
const insertMember = prepared<{ userId: string }>({
  name: 'invite_insert_member',
  text: `INSERT INTO "Member" ("workspaceId", "userId", role) VALUES ($1, $2, $3::"WorkspaceRole")
    ON CONFLICT DO NOTHING RETURNING "userId"`,
});
// Everyone but a guest joins the channels that everyone is in; the invite's own channels come to both.
const channelsToJoin = prepared<{ id: string }>({
  name: 'invite_channels',
  text: `SELECT id FROM "Channel" WHERE "workspaceId" = $1 AND "deletedAt" IS NULL AND "archivedAt" IS NULL
      AND ((("isDefault" AND $3::boolean) OR id = ANY($2::uuid[]))) ORDER BY id`,
});

const previewed = prepared<{ workspaceName: string; invitedBy: string; memberCount: number }>({
  name: 'invite_preview',
  text: `SELECT w.name AS "workspaceName", u."displayName" AS "invitedBy",
      (SELECT count(*)::int FROM "Member" m WHERE m."workspaceId" = w.id) AS "memberCount"
    FROM "Invite" i JOIN "Workspace" w ON w.id = i."workspaceId" JOIN "User" u ON u.id = i."createdById"
    WHERE i.${usable}`,
});

/** What a link leads to, for somebody who holds it. Used up, expired, revoked or made up: NOT_FOUND. */
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
    const channels = await channelsToJoin([invite.workspaceId, invite.channelIds, invite.role !== 'GUEST'], client);
    const channelIds = channels.map((channel) => channel.id);
    await lockPlaces(client, userId, channelIds);
    const changes: MembershipChange[] = [];
    for (const channelId of channelIds) {
      const change = await addToChannel(client, { channelId, userIds: [userId] });
      if (change) changes.push(change);
    }
    return { workspaceId: invite.workspaceId, changes };
  });
  for (const change of joined.changes) tellMembership(ctx.realtime, joined.workspaceId, change);
  return getWorkspace(ctx, joined.workspaceId);
}
