import { z } from 'zod';
import { id } from '../input/fields.ts';
import { router } from '../trpc/init.ts';
import { channelMember } from '../trpc/procedures.ts';

const typingInput = z.strictObject({ channelId: id, parentId: id.nullish() });
const done = z.object({ ok: z.literal(true) });

/** Who is typing. At most one signal in 3 s goes out; it holds for 5 s. */
export const typingRouter = router({
  start: channelMember
    .meta({ limit: 'signal' })
    .input(typingInput)
    .output(done)
    .mutation(({ ctx, input }) => {
      const place = { channelId: input.channelId, userId: ctx.caller.user.id, parentId: input.parentId ?? null };
      ctx.realtime.typing.start(place);
      return { ok: true };
    }),
  stop: channelMember
    .meta({ limit: 'signal' })
    .input(typingInput)
    .output(done)
    .mutation(({ ctx, input }) => {
      const place = { channelId: input.channelId, userId: ctx.caller.user.id, parentId: input.parentId ?? null };
      ctx.realtime.typing.stop(place);
      return { ok: true };
    }),
});
