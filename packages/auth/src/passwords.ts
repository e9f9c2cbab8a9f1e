import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { whenCoreIsFree } from './password-queue.ts';

/** OWASP's first choice for Argon2id, the library's default kind. Memory in KiB. */
const parameters = { memoryCost: 47_104, timeCost: 1, parallelism: 1 } as const;
const currentPrefix = `$argon2id$v=19$m=${parameters.memoryCost},t=${parameters.timeCost},p=${parameters.parallelism}$`;

let nobodysHash: Promise<string> | undefined;

/** A hash that no password fits, so that a sign-in for an unknown person takes as long as one for a known person. */
function hashOfNobody(): Promise<string> {
  nobodysHash ??= hash(randomBytes(32), parameters);
  return nobodysHash;
}

/** The hash to store for a password, with its salt and parameters in it. Throws PasswordQueueFull under a flood. */
export function hashPassword(password: string): Promise<string> {
  return whenCoreIsFree(() => hash(password, parameters));
}

/**
 * Does the password fit the stored hash? With null for the hash, for somebody unknown or without a password, the answer
 * is false after the same time. Throws PasswordQueueFull under a flood.
 */
export async function verifyPassword(storedHash: string | null, password: string): Promise<boolean> {
  return whenCoreIsFree(async () => {
    const nobody = await hashOfNobody();
    const fits = await verify(storedHash ?? nobody, password);
    return storedHash !== null && fits;
  });
}

/** Was the hash made with other parameters than today's, so that it should be made anew at the next sign-in? */
export function isOutdatedHash(storedHash: string): boolean {
  return !storedHash.startsWith(currentPrefix);
}
