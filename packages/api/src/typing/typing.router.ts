import { z } from 'zod';
import { router } from '../trpc/init.ts';
import { channelMember } from '../trpc/procedures.ts';
import { startTyping, stopTyping } from './tell-typing.ts';
import { typingInput } from './typing.input.ts';

const done = z.object({ ok: z.literal(true) });

/** Who is typing. At most one signal in 3 s goes out; it holds for 5 s. */
export const typingRouter = router({
  start: channelMember
    .meta({ limit: 'signal' })
    .input(typingInput)
    .output(done)
    .mutation(({ ctx, input }) => startTyping(ctx, input)),
  stop: channelMember
    .meta({ limit: 'signal' })
    .input(typingInput)
    .output(done)
    .mutation(({ ctx, input }) => stopTyping(ctx, input)),
});
