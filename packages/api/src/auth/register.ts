import { authEnv } from '@parley/auth/env';
import { prepared } from '@parley/db/query';
import { AppError, forbidden } from '../app-error.ts';
import { consumeLimit } from '../trpc/consume-limit.ts';
import { insertPerson } from '../user/insert-person.ts';
import { previewInvite } from '../workspace/join-by-invite.ts';
import { atLeast } from './at-least.ts';
import type { RegisterInput } from './auth.input.ts';
import { accountKey, type SignInContext } from './check-password.ts';
import { hashNewPassword } from './password-work.ts';

/** Longer than a hash and an insert take on a server that is not overrun. */
const ANSWER_AFTER_MS = 400;

const anyWorkspace = prepared<{ id: string }>({
  name: 'auth_any_workspace',
  text: 'SELECT id FROM "Workspace" LIMIT 1',
});

async function isInvited(token: string | undefined): Promise<boolean> {
  if (token === undefined) return false;
  try {
    await previewInvite(token);
    return true;
  } catch (error) {
    if (error instanceof AppError && error.code === 'NOT_FOUND') return false;
    throw error;
  }
}

async function checkMayRegister(token: string | undefined): Promise<void> {
  if (authEnv().signup === 'open' || (await isInvited(token))) return;
  const [workspace] = await anyWorkspace([]);
  if (workspace) throw forbidden('SIGNUP_CLOSED', 'You need an invitation to make an account here.');
}

/**
 * Makes an account. Whether the address was known shows neither in the answer nor in its time: a known one is left as it
 * is, and signing in tells. FORBIDDEN (SIGNUP_CLOSED) when one needs an invite and brings none that works.
 */
export async function register(ctx: SignInContext, input: RegisterInput): Promise<{ ok: true }> {
  const { email, displayName, password, inviteToken } = input;
  await consumeLimit(ctx, 'register', accountKey(email));
  await checkMayRegister(inviteToken);
  return atLeast(ANSWER_AFTER_MS, async () => {
    const passwordHash = await hashNewPassword('password', password, { displayName, email });
    await insertPerson({ email, displayName, passwordHash });
    return { ok: true };
  });
}
