import { isPasswordQueueFull } from '@parley/auth/password-queue';
import { passwordProblem } from '@parley/auth/password-rules';
import { hashPassword, verifyPassword } from '@parley/auth/passwords';
import { AppError, invalidField } from '../app-error.ts';

const RETRY_SECONDS = 2;

async function orBusy<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (!isPasswordQueueFull(error)) throw error;
    const busy = { code: 'SERVICE_UNAVAILABLE', reason: 'BUSY', message: 'Too many people are signing in. Try again.' };
    throw new AppError({ ...busy, code: 'SERVICE_UNAVAILABLE' }, { retryAfter: RETRY_SECONDS });
  }
}

/** Whose password it is to be; their name and address may not be most of it. */
export interface PasswordOwner {
  readonly displayName: string;
  readonly email: string | null;
}

/**
 * Checks a new password and returns the hash to store. One that cannot be used is BAD_REQUEST for `field`; a server with
 * too much to hash answers SERVICE_UNAVAILABLE.
 */
export async function hashNewPassword(field: string, password: string, owner: PasswordOwner): Promise<string> {
  const { displayName, email } = owner;
  const mailbox = email === null ? [] : [email.slice(0, email.lastIndexOf('@'))];
  const problem = passwordProblem(password, [displayName, ...mailbox]);
  if (problem !== null) throw invalidField(field, problem);
  return orBusy(hashPassword(password));
}

/** Does the password fit the stored hash? Null for the hash takes as long and is false. May be SERVICE_UNAVAILABLE. */
export function fitsPassword(storedHash: string | null, password: string): Promise<boolean> {
  return orBusy(verifyPassword(storedHash, password));
}

/** The hash of a password that fits already, with today's parameters. */
export function hashAgain(password: string): Promise<string> {
  return orBusy(hashPassword(password));
}
