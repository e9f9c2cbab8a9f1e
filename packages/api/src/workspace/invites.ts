import { createHash, randomBytes } from 'node:crypto';
import { newId } from '@parley/db/ids';
import { prepared } from '@parley/db/query';
import type { User } from '@parley/realtime/shapes';
import { findMemberChannel } from '../access/channel-access.ts';
import type { WorkspaceMembership, WorkspaceRole } from '../access/workspace-access.ts';
import { forbidden, invalidField, notFound } from '../app-error.ts';
import { apiEnv } from '../env.ts';
import { readCursor, writeCursor } from '../page/cursor.ts';
import type { VerbContext } from '../trpc/context.ts';
import { type UserRow, userJson, userView } from '../user/user.view.ts';
import { type DbTime, isoTime, isoTimeOrNull } from '../view-time.ts';
import type { InviteInput, ListInvitesInput, RevokeInviteInput } from './workspace.input.ts';
import { mayGrant, mayInvite } from './workspace.policy.ts';

type MemberContext = VerbContext & { readonly membership: WorkspaceMembership };

/** An invite as those who manage it see it; the link itself is shown once, when it is made. */
export interface InviteView {
  readonly id: string;
  readonly role: WorkspaceRole;
  readonly createdBy: User;
  readonly maxUses: number | null;
  readonly uses: number;
  readonly expiresAt: string;
  readonly revokedAt: string | null;
  readonly createdAt: string;
}

interface InviteRow {
  readonly id: string;
  readonly role: WorkspaceRole;
  readonly createdBy: UserRow;
  readonly maxUses: number | null;
  readonly uses: number;
  readonly expiresAt: DbTime;
  readonly revokedAt: DbTime | null;
  readonly createdAt: DbTime;
}

const day = 86_400_000;
const defaultLife = 7 * day;
const longestLife = 366 * day;

const insert = prepared({
  name: 'invite_insert',
  text: `INSERT INTO "Invite" (id, "workspaceId", "createdById", "tokenHash", role, "channelIds", "maxUses", "expiresAt")
    VALUES ($1, $2, $3, $4, $5::"WorkspaceRole", $6::uuid[], $7, $8)`,
});
const page = prepared<InviteRow>({
  name: 'invite_list',
  text: `SELECT i.id, i.role, ${userJson('u')} AS "createdBy", i."maxUses", i.uses, i."expiresAt", i."revokedAt", i."createdAt"
    FROM "Invite" i JOIN "User" u ON u.id = i."createdById"
    WHERE i."workspaceId" = $1 AND ($2::uuid IS NULL OR i.id < $2) AND ($4::uuid IS NULL OR i."createdById" = $4)
    ORDER BY i.id DESC LIMIT $3`,
});
const revoke = prepared<{ id: string }>({
  name: 'invite_revoke',
  text: `UPDATE "Invite" SET "revokedAt" = coalesce("revokedAt", now())
    WHERE id = $1 AND "workspaceId" = $2 AND ($3::uuid IS NULL OR "createdById" = $3) RETURNING id`,
});

/** What is stored of a link's token. */
export function hashInviteToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** Whose invites one manages: admins all of the workspace's (null), others their own. */
function managedBy(ctx: MemberContext): string | null {
  const { role } = ctx.membership;
  return role === 'OWNER' || role === 'ADMIN' ? null : ctx.caller.user.id;
}

/** Makes an invite link. It is shown here and never again. A channel that the inviter is not in is NOT_FOUND. */
export async function createInvite(
  ctx: MemberContext,
  input: InviteInput,
): Promise<{ id: string; url: string; expiresAt: string }> {
  const { role: own } = ctx.membership;
  if (!mayInvite(own)) throw forbidden('GUEST', 'Guests cannot invite people.');
  if (!mayGrant(own, input.role)) throw forbidden('ROLE', 'You cannot invite somebody to a role above your own.');
  const expiresAt = expiryOf(input);
  await checkChannels(ctx, input);
  const id = newId();
  const token = randomBytes(32).toString('base64url');
  const { workspaceId, role, channelIds = [], maxUses = null } = input;
  await insert([id, workspaceId, ctx.caller.user.id, hashInviteToken(token), role, channelIds, maxUses, expiresAt]);
  return { id, url: `${apiEnv().PUBLIC_URL}/join/${token}`, expiresAt: expiresAt.toISOString() };
}

function expiryOf(input: InviteInput): Date {
  const now = Date.now();
  const expiresAt = input.expiresAt === undefined ? new Date(now + defaultLife) : new Date(input.expiresAt);
  if (expiresAt.getTime() <= now) throw invalidField('expiresAt', 'Choose a time in the future.');
  if (expiresAt.getTime() > now + longestLife) throw invalidField('expiresAt', 'An invite lives a year at the most.');
  return expiresAt;
}

async function checkChannels(ctx: MemberContext, input: InviteInput): Promise<void> {
  for (const channelId of new Set(input.channelIds ?? [])) {
    const channel = await findMemberChannel(ctx.caller.user.id, channelId);
    if (channel?.workspaceId !== input.workspaceId) throw notFound();
  }
}

/** The workspace's invites, the newest first: all of them for admins, one's own for others. */
export async function listInvites(
  ctx: MemberContext,
  input: ListInvitesInput,
): Promise<{ items: InviteView[]; nextCursor: string | null }> {
  const scope = `workspace.invites ${input.workspaceId}`;
  const after = input.cursor === undefined ? null : readCursor(scope, input.cursor);
  const rows = await page([input.workspaceId, after, input.limit + 1, managedBy(ctx)]);
  const shown = rows.slice(0, input.limit);
  const last = shown.at(-1);
  return {
    items: shown.map(inviteView),
    nextCursor: rows.length > input.limit && last ? writeCursor(scope, last.id) : null,
  };
}

function inviteView(row: InviteRow): InviteView {
  return {
    ...row,
    createdBy: userView(row.createdBy),
    expiresAt: isoTime(row.expiresAt),
    revokedAt: isoTimeOrNull(row.revokedAt),
    createdAt: isoTime(row.createdAt),
  };
}

/** Ends an invite: its link is NOT_FOUND from here on. */
export async function revokeInvite(ctx: MemberContext, input: RevokeInviteInput): Promise<{ id: string }> {
  const [row] = await revoke([input.inviteId, input.workspaceId, managedBy(ctx)]);
  if (!row) throw notFound();
  return row;
}
