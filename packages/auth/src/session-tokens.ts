import { createHash, randomBytes } from 'node:crypto';

const TOKEN_BYTES = 32;

/** What a token says of itself at its start, so that scanners find one that was left lying about. */
export type TokenPrefix = '' | 'parley_at_' | 'parley_rt_';

/** A new secret of 256 random bits in base64url. It is handed out once; the database gets `tokenHash` of it. */
export function newToken(prefix: TokenPrefix = ''): string {
  return prefix + randomBytes(TOKEN_BYTES).toString('base64url');
}

/** What is stored of a token: its SHA-256 in base64url. A random secret of 256 bits needs no slower hash. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
