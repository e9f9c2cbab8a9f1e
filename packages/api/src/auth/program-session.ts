import { deviceName } from '@parley/auth/device-name';
import { issueTokens, revokeTokens, rotateTokens, type TokenPair } from '@parley/auth/program-tokens';
import { tellSignedOut } from '../account/tell-signed-out.ts';
import { AppError } from '../app-error.ts';
import type { RequestContext } from '../trpc/context.ts';
import type { TokenInput } from './auth.input.ts';
import { checkPassword } from './check-password.ts';

/** Signs a program in with a person's password. Answers as `checkPassword` does when it is wrong or tried too often. */
export async function signInProgram(ctx: RequestContext, input: TokenInput): Promise<TokenPair> {
  const userId = await checkPassword(ctx, input);
  return issueTokens({ userId, device: deviceName(ctx.userAgent), ip: ctx.address });
}

/**
 * Trades a refresh token for the next pair. One that is not alive is UNAUTHORIZED; one that was used before also ends the
 * session with all its tokens, because somebody else has it too.
 */
export async function refreshProgram(
  { realtime }: Pick<RequestContext, 'realtime'>,
  refreshToken: string,
): Promise<TokenPair> {
  const rotation = await rotateTokens(refreshToken);
  if (rotation.kind === 'rotated') return rotation.tokens;
  if (rotation.kind === 'reused') tellSignedOut(realtime, [rotation.ended]);
  throw new AppError({ code: 'UNAUTHORIZED', reason: 'REFRESH_TOKEN', message: 'Sign in again.' });
}

/** Signs a program out. A token that is not alive is signed out already. */
export async function signOutProgram(
  { realtime }: Pick<RequestContext, 'realtime'>,
  refreshToken: string,
): Promise<{ ok: true }> {
  const ended = await revokeTokens(refreshToken);
  if (ended) tellSignedOut(realtime, [ended]);
  return { ok: true };
}
