import { transaction } from '@parley/db/transaction';
import { findVisibleChannel, type MemberChannel } from '../access/channel-access.ts';
import { forbidden, notFound } from '../app-error.ts';
import { refuseInDirect } from '../direct/refuse-in-direct.ts';
import type { VerbContext } from '../trpc/context.ts';
import { addToChannel, removeFromChannel } from './change-membership.ts';
import type { AddMembersInput, KickInput } from './channel.input.ts';
import { checkInWorkspace } from './create-channel.ts';
import { getChannel } from './get-channel.ts';
import { keepAnOwner } from './keep-an-owner.ts';
import { tellMembership } from './tell-channel.ts';
import type { ViewerChannel } from './viewer-channel.view.ts';

/** Joins a public channel. Being in it already is fine; a private one is NOT_FOUND for who is not in it. */
export async function joinChannel(ctx: VerbContext, channelId: string): Promise<ViewerChannel> {
  const viewerId = ctx.caller.user.id;
  const channel = await findVisibleChannel(viewerId, channelId);
  if (!channel) throw notFound();
  refuseInDirect(channel);
  if (channel.role === null) {
    if (channel.archivedAt) throw forbidden('ARCHIVED', 'This channel is archived. It cannot be joined.');
    const change = await transaction((client) =>
      addToChannel(client, { channelId, userIds: [viewerId], by: viewerId }),
    );
    if (!change) throw notFound();
    tellMembership(ctx.realtime, channel.workspaceId, change);
  }
  return getChannel(ctx, channelId);
}

/** Leaves a channel. Not one that everybody is in, and not as the last owner of a channel with others in it. */
export async function leaveChannel(ctx: VerbContext & { channel: MemberChannel }): Promise<{ id: string }> {
  refuseInDirect(ctx.channel);
  await removeMember(ctx, ctx.caller.user.id);
  return { id: ctx.channel.id };
}

/** Takes somebody out of a channel. */
export async function kickMember(
  ctx: VerbContext & { channel: MemberChannel },
  input: KickInput,
): Promise<{ id: string }> {
  const removed = await removeMember(ctx, input.userId);
  if (!removed) throw notFound();
  return { id: ctx.channel.id };
}

async function removeMember(ctx: VerbContext & { channel: MemberChannel }, userId: string): Promise<boolean> {
  const { id: channelId, workspaceId, isDefault } = ctx.channel;
  if (isDefault) throw forbidden('DEFAULT_CHANNEL', 'Everyone is in this channel: nobody can leave it.');
  const actorId = ctx.caller.user.id;
  const change = await transaction(async (client) => {
    const removed = await removeFromChannel(client, { channelId, userIds: [userId], by: actorId, actorId });
    await keepAnOwner(client, channelId);
    return removed;
  });
  if (!change) throw notFound();
  tellMembership(ctx.realtime, workspaceId, change);
  return change.members.length > 0;
}

/** Adds people of the workspace to a channel; those who are in it already are left as they are. */
export async function addMembers(
  ctx: VerbContext & { channel: MemberChannel },
  input: AddMembersInput,
): Promise<{ added: string[] }> {
  const { id: channelId, workspaceId, archivedAt, workspaceRole } = ctx.channel;
  refuseInDirect(ctx.channel);
  if (archivedAt) throw forbidden('ARCHIVED', 'This channel is archived. Unarchive it to add people.');
  if (workspaceRole === 'GUEST') throw forbidden('GUEST', 'Guests cannot add people.');
  await checkInWorkspace(workspaceId, input.userIds);
  const actorId = ctx.caller.user.id;
  const change = await transaction((client) =>
    addToChannel(client, { channelId, userIds: input.userIds, by: actorId, actorId }),
  );
  if (!change) throw notFound();
  tellMembership(ctx.realtime, workspaceId, change);
  return { added: change.members.map((member) => member.userId) };
}
