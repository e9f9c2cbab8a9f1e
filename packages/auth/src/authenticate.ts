import type { Caller } from './caller.ts';
import { cachedCaller } from './caller-cache.ts';
import { authEnv } from './env.ts';
import { findByAccessToken, findByBrowserToken, findBySession } from './find-caller.ts';
import { readSessionCookie } from './session-cookie.ts';
import { tokenHash } from './session-tokens.ts';

export type { Caller, CallerSession, CallerUser } from './caller.ts';

/** What a request says of its caller: the two headers as they came, or null. */
export interface Credentials {
  readonly cookie: string | null;
  readonly authorization: string | null;
}

const MAX_TOKEN = 256;
const bearer = /^Bearer +(\S+)$/i;

function lookUp(key: string, find: () => Promise<Caller | null>): Promise<Caller | null> {
  return authEnv().oneProcess ? cachedCaller(key, find) : find();
}

/**
 * Who is calling, over HTTP and over WebSocket alike: the holder of a bearer token, else of the session cookie. Null
 * without a session that is alive. A bearer token that is dead is not saved by a cookie beside it. One process alone
 * keeps the answer for a second; of several, each asks the database, so that a session ended elsewhere ends here.
 */
export function authenticate({ cookie, authorization }: Credentials): Promise<Caller | null> {
  const accessToken = authorization === null ? undefined : bearer.exec(authorization.trim())?.[1];
  const token = accessToken ?? readSessionCookie(cookie);
  if (token === null || token.length > MAX_TOKEN) return Promise.resolve(null);
  const hash = tokenHash(token);
  return accessToken === undefined
    ? lookUp(`browser ${hash}`, () => findByBrowserToken(hash))
    : lookUp(`access ${hash}`, () => findByAccessToken(hash));
}

/** Is the session of an open socket still alive, and whose is it? The answer is kept for a second; null when it ended. */
export function recheckSession(sessionId: string): Promise<Caller | null> {
  return cachedCaller(`session ${sessionId}`, () => findBySession(sessionId));
}
