import { initTRPC, TRPCError, tracked } from '@trpc/server';
import { z } from 'zod';

const t = initTRPC.context<object>().create({ isDev: false });

/** What the wire has to carry, and nothing else. */
export const smallRouter = t.router({
  echo: t.procedure.input(z.unknown()).query(({ input }) => ({ input: input ?? null })),
  add: t.procedure.input(z.object({ a: z.number(), b: z.number() })).mutation(({ input }) => input.a + input.b),
  nothing: t.procedure.query(() => undefined),
  refuse: t.procedure.query(() => {
    throw new TRPCError({ code: 'FORBIDDEN', message: 'No.' });
  }),
  stream: t.procedure.query(async function* () {
    yield await Promise.resolve(1);
  }),
  count: t.procedure
    .input(z.object({ to: z.number(), lastEventId: z.string().optional() }))
    .subscription(async function* ({ input }) {
      for (let n = Number(input.lastEventId ?? 0) + 1; n <= input.to; n += 1)
        yield await Promise.resolve(tracked(String(n), { n }));
    }),
  plain: t.procedure.subscription(async function* () {
    yield* await Promise.resolve(['a', 'b']);
  }),
  resumed: t.procedure.input(z.unknown()).subscription(async function* ({ input }) {
    yield await Promise.resolve({ input });
  }),
  breaking: t.procedure.subscription(async function* () {
    yield await Promise.resolve('whole');
    throw new TRPCError({ code: 'CONFLICT', message: 'Broken.' });
  }),
  noStream: t.procedure.subscription(() => 7 as never),
  forever: t.procedure.subscription(async function* ({ signal }) {
    yield 'first';
    await new Promise((resolve) => signal?.addEventListener('abort', resolve));
  }),
});

export type SmallRouter = typeof smallRouter;
