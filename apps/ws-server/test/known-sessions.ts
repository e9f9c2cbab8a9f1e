import type { SocketSessions } from '../src/session/socket-sessions.ts';

/** Sessions kept in memory, for tests of what has nothing to do with them: the token `anna.1` is session 1 of anna. */
export function knownSessions(): SocketSessions & { readonly ended: Set<string> } {
  const ended = new Set<string>();
  const read = (token: string) => {
    const [userId, sessionId] = token.split('.');
    return userId && sessionId && !ended.has(sessionId) ? { userId, sessionId } : null;
  };
  return {
    ended,
    identify: ({ authorization }) => Promise.resolve(authorization ? read(authorization.replace('Bearer ', '')) : null),
    redeem: (ticket) => Promise.resolve(read(ticket)),
    findLive: (ids) => Promise.resolve(new Set(ids.filter((id) => !ended.has(id)))),
  };
}

/** Headers of a program that has a token. */
export function bearing(token = 'anna.1'): { headers: Record<string, string> } {
  return { headers: { authorization: `Bearer ${token}` } };
}
