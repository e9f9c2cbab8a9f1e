import { forgetSessions } from '@parley/auth/caller-cache';
import { deleteSessions } from '@parley/auth/sessions';
import { prepared } from '@parley/db/query';
import { transaction } from '@parley/db/transaction';
import { AppError } from '../app-error.ts';
import { fitsPassword, hashNewPassword } from '../auth/password-work.ts';
import { consumeLimit } from '../trpc/consume-limit.ts';
import type { RequestContext, VerbContext } from '../trpc/context.ts';
import { rateLimits } from '../trpc/rate-limits.ts';
import type { ChangePasswordInput } from './account.input.ts';
import { tellSignedOut } from './tell-signed-out.ts';

const currentHash = prepared<{ passwordHash: string }>({
  name: 'account_password_hash',
  text: `SELECT "passwordHash" FROM "Credential" WHERE "userId" = $1`,
});

const setHash = prepared<{ userId: string }>({
  name: 'account_set_password',
  text: `UPDATE "Credential" SET "passwordHash" = $3, "updatedAt" = now()
    WHERE "userId" = $1 AND "passwordHash" = $2 RETURNING "userId"`,
});

function wrongPassword(): AppError {
  const message = 'This is not your current password.';
  return new AppError(
    { code: 'FORBIDDEN', reason: 'WRONG_PASSWORD', message },
    { fieldErrors: { currentPassword: [message] } },
  );
}

/**
 * Sets a new password and ends the person's other sessions with it. Needs the current one (FORBIDDEN, WRONG_PASSWORD);
 * wrong tries are counted as those of signing in are. A new one that cannot be used is BAD_REQUEST.
 */
export async function changePassword(
  ctx: VerbContext & Pick<RequestContext, 'limitState'>,
  { currentPassword, newPassword }: ChangePasswordInput,
): Promise<{ endedSessions: number }> {
  const { user, session } = ctx.caller;
  const tries = `user:${user.id}`;
  await consumeLimit(ctx, 'signInAccount', tries);
  const [credential] = await currentHash([user.id]);
  const fits = await fitsPassword(credential?.passwordHash ?? null, currentPassword);
  if (!credential || !fits) throw wrongPassword();
  await rateLimits(ctx.realtime).reward('signInAccount', tries);
  const passwordHash = await hashNewPassword('newPassword', newPassword, user);
  const ended = await transaction(async (client) => {
    const [set] = await setHash([user.id, credential.passwordHash, passwordHash], client);
    if (!set) throw wrongPassword();
    return deleteSessions({ userId: user.id, exceptSessionId: session.id }, client);
  });
  forgetSessions(ended.map(({ id }) => id));
  tellSignedOut(ctx.realtime, ended);
  return { endedSessions: ended.length };
}
