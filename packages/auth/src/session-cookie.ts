import { parseCookie } from 'cookie';
import { authEnv } from './env.ts';

/** The name of the cookie that carries a browser's session token. `__Host-` needs https, so plain http has another name. */
export function sessionCookieName(): string {
  return authEnv().https ? '__Host-session' : 'parley.session';
}

export interface SessionCookieOptions {
  readonly httpOnly: true;
  readonly sameSite: 'lax';
  readonly path: '/';
  readonly secure: boolean;
}

/** How that cookie is set: out of reach of scripts, of other sites' requests, and of other hosts. */
export function sessionCookieOptions(): SessionCookieOptions {
  return { httpOnly: true, sameSite: 'lax', path: '/', secure: authEnv().https };
}

/** The session token in a request's Cookie header, or null. */
export function readSessionCookie(header: string | null): string | null {
  if (!header) return null;
  return parseCookie(header)[sessionCookieName()] || null;
}
