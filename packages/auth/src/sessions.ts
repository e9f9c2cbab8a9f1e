import { newId } from '@parley/db/ids';
import { prepared } from '@parley/db/query';
import { forgetSessions } from './caller-cache.ts';
import { absolute, browserIdle } from './session-lifetime.ts';
import { newToken, tokenHash } from './session-tokens.ts';

/** Whose session begins, on what, and from where. */
export interface NewSession {
  readonly userId: string;
  /** As `deviceName` says it. */
  readonly device: string;
  readonly ip: string | null;
}

/** A session as its owner sees it in the list. */
export interface SessionRow {
  readonly id: string;
  readonly kind: 'BROWSER' | 'PROGRAM';
  readonly device: string;
  readonly ip: string | null;
  readonly createdAt: Date;
  readonly lastActiveAt: Date;
}

/** A session that was ended, and whose it was, so that their open sockets can be told. */
export interface EndedSession {
  readonly id: string;
  readonly userId: string;
}

/** Which of a person's sessions to end: one, all but one, or all. */
export type WhichSessions =
  | { readonly userId: string; readonly sessionId: string }
  | { readonly userId: string; readonly exceptSessionId: string }
  | { readonly userId: string };

const insertBrowserSession = prepared<{ id: string; expires: Date }>({
  name: 'auth_insert_browser_session',
  text: `INSERT INTO "Session" (id, kind, "tokenHash", "userId", device, ip, expires, "endsAt")
    VALUES ($1, 'BROWSER', $2, $3, $4, $5, now() + ${browserIdle}, now() + ${absolute})
    RETURNING id, expires`,
});

const liveSessions = prepared<SessionRow>({
  name: 'auth_live_sessions',
  text: `SELECT id, kind, device, ip, "createdAt", "lastActiveAt" FROM "Session"
    WHERE "userId" = $1 AND expires > now() AND "endsAt" > now()
    ORDER BY "lastActiveAt" DESC, id DESC`,
});

const deleteOf = prepared<EndedSession>({
  name: 'auth_delete_sessions',
  text: `DELETE FROM "Session"
    WHERE "userId" = $1 AND ($2::uuid IS NULL OR id = $2) AND ($3::uuid IS NULL OR id <> $3)
    RETURNING id, "userId"`,
});

const deleteByToken = prepared<EndedSession>({
  name: 'auth_delete_session_by_token',
  text: `DELETE FROM "Session" WHERE "tokenHash" = $1 RETURNING id, "userId"`,
});

/** Begins a browser's session. `token` is for the cookie, is shown this once, and is never stored. */
export async function createBrowserSession({
  userId,
  device,
  ip,
}: NewSession): Promise<{ token: string; session: { id: string; expires: Date } }> {
  const token = newToken();
  const [session] = await insertBrowserSession([newId(), tokenHash(token), userId, device, ip]);
  if (!session) throw new Error('The session was not written.');
  return { token, session };
}

/** The person's sessions that are alive, the latest used first. */
export function listSessions(userId: string): Promise<SessionRow[]> {
  return liveSessions([userId]);
}

/**
 * Deletes sessions inside a transaction of the caller's, who says `forgetSessions` once it is committed. With a session
 * goes everything that hangs on it: access tokens and refresh tokens.
 */
export function deleteSessions(which: WhichSessions, client?: Parameters<typeof deleteOf>[1]): Promise<EndedSession[]> {
  const only = 'sessionId' in which ? which.sessionId : null;
  const except = 'exceptSessionId' in which ? which.exceptSessionId : null;
  return deleteOf([which.userId, only, except], client);
}

/** Ends sessions of a person at once, and returns those that there were. Another person's session is not touched. */
export async function revokeSessions(which: WhichSessions): Promise<EndedSession[]> {
  const ended = await deleteSessions(which);
  forgetSessions(ended.map(({ id }) => id));
  return ended;
}

/** Ends the session of a browser's cookie; null when there was none. */
export async function revokeBrowserToken(token: string): Promise<EndedSession | null> {
  const [ended] = await deleteByToken([tokenHash(token)]);
  if (ended) forgetSessions([ended.id]);
  return ended ?? null;
}
