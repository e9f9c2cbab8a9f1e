import type { WorkspaceRole } from '../access/workspace-access.ts';

const rank: Record<WorkspaceRole, number> = { GUEST: 0, MEMBER: 1, ADMIN: 2, OWNER: 3 };

const permissions: Record<WorkspaceRole, string[]> = {
  GUEST: [],
  MEMBER: ['channel.create', 'invite.create'],
  ADMIN: ['channel.create', 'invite.create', 'invite.manage', 'member.manage', 'workspace.update', 'message.moderate'],
  OWNER: [
    'channel.create',
    'invite.create',
    'invite.manage',
    'member.manage',
    'workspace.update',
    'message.moderate',
    'workspace.own',
  ],
};

/** What a role lets one do, by name. */
export function permissionsOf(role: WorkspaceRole): string[] {
  return [...permissions[role]];
}

/** Nobody gives more than they have. */
export function mayGrant(own: WorkspaceRole, granted: WorkspaceRole): boolean {
  return rank[granted] <= rank[own];
}

/** Admins manage members and guests, owners everyone. */
export function mayManage(own: WorkspaceRole, other: WorkspaceRole): boolean {
  return own === 'OWNER' || (own === 'ADMIN' && rank[other] < rank.OWNER);
}

/** Everyone but guests invites; guests see only the rooms they were let into. */
export function mayInvite(own: WorkspaceRole): boolean {
  return own !== 'GUEST';
}
