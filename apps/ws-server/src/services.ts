import type { AnyRouter, TRPCError } from '@trpc/server/unstable-core-do-not-import';
import type { CloseReason } from './close-codes.ts';
import type { SocketLimits } from './limits.ts';
import type { Connection } from './socket/connection.ts';
import type { WriteTurn } from './socket/write-turn.ts';
import type { SocketCounts } from './socket-counts.ts';
import type { FailedCall } from './wire/answers.ts';

/** Whose a socket is. */
export interface Identity {
  readonly sessionId: string;
  readonly userId: string;
}

/** What is known of the client at the other end of a socket. */
export interface Client {
  readonly address: string | null;
  readonly userAgent: string | null;
}

/** What all sockets of a server share. */
export interface SocketServices {
  readonly router: AnyRouter;
  readonly limits: SocketLimits;
  readonly turn: WriteTurn;
  readonly counts: SocketCounts;
  /** The context of one call. */
  createContext(identity: Identity, client: Client): object;
  /** Signs a socket in by the ticket of its first message. Null when that is done, else why not. Never rejects. */
  admit(connection: Connection, ticket: string | null): Promise<CloseReason | null>;
  /** A socket is no more, whoever closed it. */
  leave(connection: Connection): void;
  /** Hears of every call that failed, before the client does. */
  onError(error: TRPCError, call: FailedCall): void;
}
