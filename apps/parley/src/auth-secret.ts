import { keptSecret } from '@parley/db/secrets-file';

const MIN_LENGTH = 32;
const MIN_DIFFERENT = 10;
const examples = /change.?me|secret|password|example|your[-_ ]|placeholder|replace|default|123456|abcdef/i;

/**
 * The secret that signs sessions and tokens: the one given, or one made at the first start and kept in the data folder.
 * A short, monotonous or copied one is refused with a sentence.
 */
export function authSecret(given: string | undefined, dataDir: string): string {
  if (given === undefined) return keptSecret(dataDir, 'AUTH_SECRET');
  const weak = given.length < MIN_LENGTH || new Set(given).size < MIN_DIFFERENT || examples.test(given);
  if (weak) {
    throw new Error(
      'AUTH_SECRET is too easy to guess: set one made with "openssl rand -base64 33", or leave it out and Parley makes its own.',
    );
  }
  return given;
}
