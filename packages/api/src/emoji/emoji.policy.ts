import type { WorkspaceRole } from '../access/workspace-access.ts';

/** Guests see only the rooms they were let into: what everybody sees is not for them to add. */
export function mayCreateEmoji(role: WorkspaceRole): boolean {
  return role !== 'GUEST';
}

/** Whoever made it, and owners and admins of the workspace. */
export function mayDeleteEmoji(viewerId: string, emoji: { createdById: string; role: WorkspaceRole }): boolean {
  return emoji.createdById === viewerId || emoji.role === 'OWNER' || emoji.role === 'ADMIN';
}
