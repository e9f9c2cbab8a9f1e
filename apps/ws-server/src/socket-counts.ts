/** What a server's sockets have done since it started, as plain numbers: they are counted thousands of times a second. */
export interface SocketCounts {
  sockets: number;
  subscriptions: number;
  /** Calls, pings and ended subscriptions that clients sent. */
  messages: number;
  /** Numbered events handed to sockets. */
  deliveries: number;
  /** Sockets that were closed, by code. */
  readonly closed: Map<number, number>;
  /** Upgrades that were refused, by HTTP status. */
  readonly refused: Map<number, number>;
}

/** Counts from nought. */
export function createSocketCounts(): SocketCounts {
  return { sockets: 0, subscriptions: 0, messages: 0, deliveries: 0, closed: new Map(), refused: new Map() };
}

/** Adds one to the count under `key`. */
export function countOne(counts: Map<number, number>, key: number): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
