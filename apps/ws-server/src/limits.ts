/** What one socket, and one person's sockets, may use of a server. Times are milliseconds. */
export interface SocketLimits {
  /** Longest message of a client, in bytes; a longer one closes the socket with 1009. */
  readonly frameBytes: number;
  readonly subscriptions: number;
  readonly socketsPerUser: number;
  /** Queries and mutations in one message. */
  readonly batch: number;
  /** Calls in one window; over it the socket is closed with 4429. */
  readonly messages: number;
  /** Subscriptions begun in a window that do not count as calls: a client that comes back opens all of them at once. */
  readonly freeStarts: number;
  /** Pings and ended subscriptions in a window that do not count as calls. */
  readonly freeSigns: number;
  readonly windowMs: number;
  /** Until when a new socket must have said something. */
  readonly firstMessageMs: number;
  readonly pingMs: number;
  readonly pongMs: number;
  /** Unsent bytes beyond which streams wait. */
  readonly pauseBytes: number;
  /** Unsent bytes beyond which the reader is cut. */
  readonly maxBytes: number;
  /** How long a reader may take nothing of what waits. */
  readonly stuckMs: number;
  /** How often each open socket's session is asked for in the database. */
  readonly recheckMs: number;
  /** How long a closing handshake may take. */
  readonly closeMs: number;
  /** How often sockets are looked after. */
  readonly beatMs: number;
}

export const SOCKET_LIMITS: SocketLimits = {
  frameBytes: 256 * 1024,
  subscriptions: 200,
  socketsPerUser: 20,
  batch: 20,
  messages: 120,
  freeStarts: 200,
  freeSigns: 600,
  windowMs: 60_000,
  firstMessageMs: 9_000,
  pingMs: 30_000,
  pongMs: 5_000,
  pauseBytes: 256 * 1024,
  maxBytes: 1024 * 1024,
  stuckMs: 30_000,
  recheckMs: 20_000,
  closeMs: 5_000,
  beatMs: 1_000,
};
