import { type PresenceChange, presenceChangeSchema } from '@parley/realtime/signals';
import { z } from 'zod';
import { router } from '../trpc/init.ts';
import { authed } from '../trpc/procedures.ts';
import { heartbeatInput, presenceInput } from './presence.input.ts';
import { readPresence, watchPresence } from './watch-presence.ts';

/** Who is there. A device beats every 15 s; one that is silent for 30 s is gone. */
export const presenceRouter = router({
  heartbeat: authed
    .meta({ limit: 'signal' })
    .input(heartbeatInput)
    .output(z.object({ serverTime: z.iso.datetime() }))
    .mutation(async ({ ctx, input }) => {
      await ctx.realtime.presence.beat({ ...input, userId: ctx.caller.user.id });
      return { serverTime: new Date().toISOString() };
    }),
  get: authed
    .meta({ limit: 'read' })
    .input(presenceInput)
    .output(z.array(presenceChangeSchema))
    .query(({ ctx, input }) => readPresence(ctx, input.userIds)),
  onChange: authed
    .meta({ limit: 'subscribe' })
    .input(presenceInput)
    .output(z.custom<AsyncIterable<PresenceChange>>())
    .subscription(({ ctx, input, signal }) => watchPresence(ctx, input.userIds, signal)),
});
