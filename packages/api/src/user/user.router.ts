import { userSchema } from '@parley/realtime/shapes';
import { z } from 'zod';
import { router } from '../trpc/init.ts';
import { authed, workspaceMember } from '../trpc/procedures.ts';
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
  /** People of a workspace by name or handle, the likeliest first. */
  search: workspaceMember
    .meta({ limit: 'read' })
    .input(searchUsersInput)
    .output(z.object({ items: z.array(userSchema) }))
    .query(async ({ ctx, input }) => ({ items: await searchUsers(ctx.caller.user.id, ctx.membership, input) })),
});
