import { isOutdatedHash } from '@parley/auth/passwords';
import { tokenHash } from '@parley/auth/session-tokens';
import { prepared } from '@parley/db/query';
import { AppError } from '../app-error.ts';
import { consumeLimit } from '../trpc/consume-limit.ts';
import type { RequestContext } from '../trpc/context.ts';
import { rateLimits } from '../trpc/rate-limits.ts';
import { fitsPassword, hashAgain } from './password-work.ts';

/** What of a call without a session counts towards its limits. */
export type SignInContext = Pick<RequestContext, 'realtime' | 'limitState' | 'address'>;

interface CredentialRow {
  readonly userId: string;
  readonly passwordHash: string;
}

const credentialOf = prepared<CredentialRow>({
  name: 'auth_credential',
  text: `SELECT c."userId", c."passwordHash" FROM "User" u JOIN "Credential" c ON c."userId" = u.id
    WHERE u.email = $1 AND u."deactivatedAt" IS NULL`,
});

const replaceHash = prepared({
  name: 'auth_replace_hash',
  text: `UPDATE "Credential" SET "passwordHash" = $3 WHERE "userId" = $1 AND "passwordHash" = $2`,
});

async function renewHash({ userId, passwordHash }: CredentialRow, password: string): Promise<void> {
  if (!isOutdatedHash(passwordHash)) return;
  await replaceHash([userId, passwordHash, await hashAgain(password)]);
}

/** The key under which tries for one account are counted, whether or not there is such an account. */
export function accountKey(email: string): string {
  return `account:${tokenHash(email)}`;
}

/**
 * Who signs in with this address and password: their id. A wrong password, an unknown address and a deactivated person
 * are one answer, UNAUTHORIZED, after the same time. Tries that fail are counted by account and by network address
 * (TOO_MANY_REQUESTS); when they cannot be counted, nobody is let in.
 */
export async function checkPassword(
  ctx: SignInContext,
  { email, password }: { email: string; password: string },
): Promise<string> {
  const addressKey = `address:${ctx.address ?? 'unknown'}`;
  await consumeLimit(ctx, 'signInAddress', addressKey);
  await consumeLimit(ctx, 'signInAccount', accountKey(email));
  const [credential] = await credentialOf([email]);
  const fits = await fitsPassword(credential?.passwordHash ?? null, password);
  if (!credential || !fits) {
    throw new AppError({
      code: 'UNAUTHORIZED',
      reason: 'CREDENTIALS',
      message: 'The e-mail address or the password is wrong.',
    });
  }
  const limits = rateLimits(ctx.realtime);
  await Promise.all([limits.reward('signInAddress', addressKey), limits.reward('signInAccount', accountKey(email))]);
  await renewHash(credential, password);
  return credential.userId;
}
