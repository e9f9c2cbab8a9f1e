import { authenticate, type Caller, type Credentials, recheckSession } from '@parley/auth/authenticate';
import { findLiveSessions } from '@parley/auth/find-caller';
import { redeemTicket } from '@parley/auth/ws-ticket';
import type { Identity } from '../services.ts';

/** How sockets ask whose they are. Each rejects while the database does not answer. */
export interface SocketSessions {
  /** Whose the headers of an upgrade request are; null for nobody's. */
  identify(credentials: Credentials): Promise<Identity | null>;
  /** Whose a ticket is, which is used up by asking; null for nobody's. */
  redeem(ticket: string): Promise<Identity | null>;
  /** Those of these sessions that are alive. */
  findLive(sessionIds: readonly string[]): Promise<ReadonlySet<string>>;
}

function identityOf(caller: Caller | null): Identity | null {
  return caller && { sessionId: caller.session.id, userId: caller.user.id };
}

/** The sessions of HTTP and of sockets are the same ones, asked in the same way. */
export const socketSessions: SocketSessions = {
  identify: async (credentials) => identityOf(await authenticate(credentials)),
  redeem: async (ticket) => {
    const sessionId = await redeemTicket(ticket);
    return sessionId === null ? null : identityOf(await recheckSession(sessionId));
  },
  findLive: findLiveSessions,
};
