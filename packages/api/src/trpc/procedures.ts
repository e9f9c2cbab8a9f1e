import { isUnavailable } from '@parley/db/errors';
import { TRPCError } from '@trpc/server';
import { z } from 'zod';
import { findMemberChannel, type MemberChannel } from '../access/channel-access.ts';
import { findMembership, type WorkspaceMembership } from '../access/workspace-access.ts';
import { AppError, forbidden, notFound } from '../app-error.ts';
import { id } from '../input/fields.ts';
import { consumeLimit } from './consume-limit.ts';
import { emptyBody } from './empty-body.ts';
import { middleware, procedure } from './init.ts';

/** Turns what a verb throws into the transport's error; the text of an unknown one never leaves. */
const mapErrors = middleware(async ({ next }) => {
  const result = await next();
  if (result.ok || result.error.code !== 'INTERNAL_SERVER_ERROR') return result;
  const { cause } = result.error;
  if (cause instanceof AppError) throw new TRPCError({ code: cause.code, message: cause.message, cause });
  if (isUnavailable(cause)) {
    const down = {
      code: 'SERVICE_UNAVAILABLE',
      reason: 'UNAVAILABLE',
      message: 'The database is not answering. Please try again.',
    } as const;
    throw new TRPCError({ code: down.code, message: down.message, cause: new AppError(down, { retryAfter: 2 }) });
  }
  return result;
});

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

/** A procedure that only the channel's owners, and the workspace's owners and admins in it, may call. */
export const channelOwner = channelMember.use(({ ctx, next }) => {
  const { role, workspaceRole } = ctx.channel;
  if (role !== 'OWNER' && workspaceRole !== 'OWNER' && workspaceRole !== 'ADMIN') {
    throw forbidden('CHANNEL_OWNER_ONLY', 'Only owners of the channel may do this.');
  }
  return next();
});
