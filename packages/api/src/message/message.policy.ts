import type { AccessibleMessage } from '../access/message-access.ts';
import { isDirect } from '../direct/refuse-in-direct.ts';

/** Only the author edits a message, and only one that people wrote and nobody deleted. */
export function mayEdit(viewerId: string, message: AccessibleMessage): boolean {
  return message.author.id === viewerId && message.kind === 'USER' && message.deletedAt === null;
}

function moderates({ channelKind, channelRole, workspaceRole }: AccessibleMessage): boolean {
  if (isDirect(channelKind)) return false;
  return channelRole === 'OWNER' || workspaceRole === 'OWNER' || workspaceRole === 'ADMIN';
}

/**
 * The author deletes a message; so do the channel's owners and the workspace's owners and admins, but not in a conversation
 * of people, which nobody moderates.
 */
export function mayDelete(viewerId: string, message: AccessibleMessage): boolean {
  if (message.kind !== 'USER') return false;
  return message.author.id === viewerId || moderates(message);
}

/** Earlier bodies are for the author and for those who moderate the channel. */
export function maySeeHistory(viewerId: string, message: AccessibleMessage): boolean {
  return message.deletedAt === null && mayDelete(viewerId, message);
}
