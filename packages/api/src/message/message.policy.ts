import type { ChannelKind, ChannelRole } from '../access/channel-access.ts';
import type { WorkspaceRole } from '../access/workspace-access.ts';

/** What a message's rights hang on. */
interface Written {
  readonly author: { readonly id: string };
  readonly kind: 'USER' | 'SYSTEM';
  readonly deletedAt: Date | string | null;
}

/** Where somebody stands: in a channel, which they may not be in, and in its workspace. */
interface Standing {
  readonly channelKind: ChannelKind;
  readonly channelRole: ChannelRole | null;
  readonly workspaceRole: WorkspaceRole;
}

/** Owners of a channel, and owners and admins of its workspace; no guest. Nobody moderates a conversation of people. */
export function moderates({ channelKind, channelRole, workspaceRole }: Standing): boolean {
  if (channelKind === 'DIRECT' || channelKind === 'GROUP' || workspaceRole === 'GUEST') return false;
  return channelRole === 'OWNER' || workspaceRole === 'OWNER' || workspaceRole === 'ADMIN';
}

/** Only the author edits a message, and only one that people wrote and nobody deleted. */
export function mayEdit(viewerId: string, message: Written): boolean {
  return message.author.id === viewerId && message.kind === 'USER' && message.deletedAt === null;
}

/** The author deletes a message, and so does who moderates. */
export function mayDelete(viewerId: string, message: Written, isModerator: boolean): boolean {
  return message.kind === 'USER' && (message.author.id === viewerId || isModerator);
}

/** Earlier bodies are for the author and for those who moderate the channel. */
export function maySeeHistory(viewerId: string, message: Written, isModerator: boolean): boolean {
  return message.deletedAt === null && mayDelete(viewerId, message, isModerator);
}
