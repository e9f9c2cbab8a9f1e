import { authenticate, type Caller, type Credentials, recheckSession } from '@parley/auth/authenticate';
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

/** Sessions asked for at the same moment. */
const AT_ONCE = 16;

function identityOf(caller: Caller | null): Identity | null {
  return caller && { sessionId: caller.session.id, userId: caller.user.id };
}

async function findLive(sessionIds: readonly string[]): Promise<ReadonlySet<string>> {
  const live = new Set<string>();
  for (let start = 0; start < sessionIds.length; start += AT_ONCE) {
    const callers = await Promise.all(sessionIds.slice(start, start + AT_ONCE).map(recheckSession));
    for (const caller of callers) if (caller) live.add(caller.session.id);
  }
  return live;
}

/** The sessions of HTTP and of sockets are the same ones, asked in the same way. */
export const socketSessions: SocketSessions = {
  identify: async (credentials) => identityOf(await authenticate(credentials)),
  redeem: async (ticket) => {
    const sessionId = await redeemTicket(ticket);
    return sessionId === null ? null : identityOf(await recheckSession(sessionId));
  },
  findLive,
};
