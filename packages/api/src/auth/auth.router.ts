import { z } from 'zod';
import { nothing } from '../input/fields.ts';
import { router } from '../trpc/init.ts';
import { authed, publicProcedure } from '../trpc/procedures.ts';
import { refreshTokenInput, registerInput, setupInput, tokenInput } from './auth.input.ts';
import { issueWsTicket } from './issue-ws-ticket.ts';
import { refreshProgram, signInProgram, signOutProgram } from './program-session.ts';
import { register } from './register.ts';
import { readStatus, setUp } from './set-up.ts';

const okOutput = z.object({ ok: z.literal(true) });
const tokensOutput = z.object({ accessToken: z.string(), refreshToken: z.string(), expiresIn: z.int() });

/** Coming in: the first set-up, making accounts, and tokens for programs. Browsers sign in through next-auth. */
export const authRouter = router({
  /** Does the server wait for its first person, and may people join without an invite? */
  status: publicProcedure
    .meta({ limit: 'anonymous' })
    .input(nothing)
    .output(z.object({ needsSetup: z.boolean(), signup: z.enum(['open', 'invite']) }))
    .query(() => readStatus()),
  /** Makes the first person and their workspace, once. */
  setup: publicProcedure
    .meta({ limit: 'register' })
    .input(setupInput)
    .output(z.object({ workspaceId: z.uuid(), slug: z.string() }))
    .mutation(({ ctx, input }) => setUp(ctx, input)),
  /** Makes an account. The answer is the same when there is one already. */
  register: publicProcedure
    .meta({ limit: 'register' })
    .input(registerInput)
    .output(okOutput)
    .mutation(({ ctx, input }) => register(ctx, input)),
  /** Signs a program in. */
  token: publicProcedure
    .meta({ limit: 'token' })
    .input(tokenInput)
    .output(tokensOutput)
    .mutation(({ ctx, input }) => signInProgram(ctx, input)),
  /** Trades a refresh token for the next pair, once. */
  refresh: publicProcedure
    .meta({ limit: 'token' })
    .input(refreshTokenInput)
    .output(tokensOutput)
    .mutation(({ ctx, input }) => refreshProgram(ctx, input.refreshToken)),
  /** Signs a program out. */
  revoke: publicProcedure
    .meta({ limit: 'token' })
    .input(refreshTokenInput)
    .output(okOutput)
    .mutation(({ ctx, input }) => signOutProgram(ctx, input.refreshToken)),
  /** A ticket that opens one socket within a minute, for pages on another origin. */
  wsTicket: authed
    .meta({ limit: 'ticket' })
    .input(nothing)
    .output(z.object({ ticket: z.string() }))
    .mutation(({ ctx }) => issueWsTicket(ctx)),
});
