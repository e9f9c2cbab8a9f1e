import type { AccessibleMessage } from '../access/message-access.ts';

/** Only the author edits a message, and only one that people wrote and nobody deleted. */
export function mayEdit(viewerId: string, message: AccessibleMessage): boolean {
  return message.author.id === viewerId && message.kind === 'USER' && message.deletedAt === null;
}

/** The author deletes a message; so do the channel's owners and the workspace's owners and admins. */
export function mayDelete(viewerId: string, message: AccessibleMessage): boolean {
  if (message.kind !== 'USER') return false;
  const moderates =
    message.channelRole === 'OWNER' || message.workspaceRole === 'OWNER' || message.workspaceRole === 'ADMIN';
  return message.author.id === viewerId || moderates;
}

/** Earlier bodies are for the author and for those who moderate the channel. */
export function maySeeHistory(viewerId: string, message: AccessibleMessage): boolean {
  return message.deletedAt === null && mayDelete(viewerId, message);
}
