import { userSchema } from '@parley/realtime/shapes';
import { z } from 'zod';
import { nothing } from '../input/fields.ts';
import { router } from '../trpc/init.ts';
import { authed, workspaceMember } from '../trpc/procedures.ts';
import { blockUser, listBlocked, unblockUser } from './block-user.ts';
import { getUser } from './get-user.ts';
import { searchUsers } from './search-users.ts';
import { searchUsersInput, userIdInput } from './user.input.ts';

/** People, as far as the caller may know of them. */
export const userRouter = router({
  get: authed
    .meta({ limit: 'read' })
    .input(userIdInput)
    .output(userSchema)
    .query(({ ctx, input }) => getUser(ctx.caller.user.id, input.id)),
  /** Wants nothing from somebody any more, neither presence and typing nor direct messages. They are not told. */
  block: authed
    .meta({ limit: 'change' })
    .input(userIdInput)
    .output(z.object({ id: z.uuid() }))
    .mutation(({ ctx, input }) => blockUser(ctx, input.id)),
  unblock: authed
    .meta({ limit: 'change' })
    .input(userIdInput)
    .output(z.object({ id: z.uuid() }))
    .mutation(({ ctx, input }) => unblockUser(ctx, input.id)),
  /** Whom the caller blocked. */
  blocked: authed
    .meta({ limit: 'read' })
    .input(nothing)
    .output(z.object({ items: z.array(z.object({ user: userSchema, blockedAt: z.iso.datetime() })) }))
    .query(async ({ ctx }) => ({ items: await listBlocked(ctx) })),
  /** People of a workspace by name or handle, the likeliest first. */
  search: workspaceMember
    .meta({ limit: 'read' })
    .input(searchUsersInput)
    .output(z.object({ items: z.array(userSchema) }))
    .query(async ({ ctx, input }) => ({ items: await searchUsers(ctx.caller.user.id, ctx.membership, input) })),
});
