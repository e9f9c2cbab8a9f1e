import type { SignInAttempt, SignInOutcome } from '@parley/auth/browser-sign-in';
import type { Realtime } from '@parley/realtime/realtime';
import { AppError } from '../app-error.ts';
import { tokenInput } from './auth.input.ts';
import { checkPassword } from './check-password.ts';

const RETRY_SECONDS = 2;

function outcomeOf(error: unknown): SignInOutcome {
  if (!(error instanceof AppError)) throw error;
  const retryAfterSeconds = error.details.retryAfter ?? RETRY_SECONDS;
  switch (error.code) {
    case 'UNAUTHORIZED':
      return { kind: 'refused' };
    case 'TOO_MANY_REQUESTS':
      return { kind: 'later', status: 429, retryAfterSeconds };
    case 'SERVICE_UNAVAILABLE':
      return { kind: 'later', status: 503, retryAfterSeconds };
    default:
      throw error;
  }
}

/** Signing in with a browser, for next-auth: the same check, the same limits and the same answers as for programs. */
export async function signInBrowser(realtime: Realtime, attempt: SignInAttempt): Promise<SignInOutcome> {
  const { email, password, address } = attempt;
  const input = tokenInput.safeParse({ email, password });
  if (!input.success) return { kind: 'refused' };
  try {
    const userId = await checkPassword({ realtime, address, limitState: { current: null } }, input.data);
    return { kind: 'welcome', userId };
  } catch (error) {
    return outcomeOf(error);
  }
}
