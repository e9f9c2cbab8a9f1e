import { z } from 'zod';
import { findMemberChannel, type MemberChannel } from '../access/channel-access.ts';
import { findMembership, type WorkspaceMembership } from '../access/workspace-access.ts';
import { AppError, forbidden, notFound } from '../app-error.ts';
import { refuseInDirect } from '../direct/refuse-in-direct.ts';
import { id } from '../input/fields.ts';
import { consumeLimit } from './consume-limit.ts';
import { emptyBody } from './empty-body.ts';
import { procedure } from './init.ts';
import { mapErrors } from './map-errors.ts';

const anyProcedure = procedure.use(mapErrors).use(emptyBody);

/** A procedure that needs no session. Its calls are counted by network address. */
export const publicProcedure = anyProcedure.use(async ({ ctx, meta, next }) => {
  await consumeLimit(ctx, meta?.limit ?? 'anonymous', `address:${ctx.address ?? 'unknown'}`);
  return next();
});

/** A procedure for somebody who is signed in. Its calls are counted by person. */
export const authed = anyProcedure.use(async ({ ctx, meta, next }) => {
  const caller = await ctx.authenticate();
  if (!caller) {
    await consumeLimit(ctx, 'anonymous', `address:${ctx.address ?? 'unknown'}`);
    throw new AppError({ code: 'UNAUTHORIZED', reason: 'NO_SESSION', message: 'Sign in to go on.' });
  }
  await consumeLimit(ctx, meta?.limit ?? 'change', `user:${caller.user.id}`);
  return next({ ctx: { ...ctx, caller } });
});

/** A procedure inside a workspace: the caller's membership stands in the context; without one it is NOT_FOUND. */
export const workspaceMember = authed.input(z.object({ workspaceId: id })).use(async ({ ctx, input, next }) => {
  const membership: WorkspaceMembership | null = await findMembership(ctx.caller.user.id, input.workspaceId);
  if (!membership) throw notFound();
  return next({ ctx: { ...ctx, membership } });
});

/** A procedure that only owners and admins of the workspace may call. */
export const workspaceAdmin = workspaceMember.use(({ ctx, next }) => {
  if (ctx.membership.role !== 'OWNER' && ctx.membership.role !== 'ADMIN') {
    throw forbidden('ADMIN_ONLY', 'Only owners and admins of the workspace may do this.');
  }
  return next();
});

/** A procedure inside a channel that the caller is a member of; without that it is NOT_FOUND. */
export const channelMember = authed.input(z.object({ channelId: id })).use(async ({ ctx, input, next }) => {
  const channel: MemberChannel | null = await findMemberChannel(ctx.caller.user.id, input.channelId);
  if (!channel) throw notFound();
  return next({ ctx: { ...ctx, channel } });
});

/** A procedure that only the channel's owners, and the workspace's owners and admins in it, may call; no guest, even an owner. */
export const channelOwner = channelMember.use(({ ctx, next }) => {
  refuseInDirect(ctx.channel);
  const { role, workspaceRole } = ctx.channel;
  if (workspaceRole === 'GUEST') throw forbidden('GUEST', 'Guests cannot change channels.');
  if (role !== 'OWNER' && workspaceRole !== 'OWNER' && workspaceRole !== 'ADMIN') {
    throw forbidden('CHANNEL_OWNER_ONLY', 'Only owners of the channel may do this.');
  }
  return next();
});
