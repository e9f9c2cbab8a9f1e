/** Who a limit counts: the signed-in person, the network address, or the channel that is written to. */
export interface Limit {
  readonly points: number;
  readonly seconds: number;
  /** When the counter's store is down, refuse instead of letting through. For everything that guesses secrets. */
  readonly failClosed?: boolean;
}

/** The one table of limits. A name is what a procedure's `meta.limit` says, or what a verb consumes itself. */
export const limits = {
  /** Reading lists and single things. */
  read: { points: 1200, seconds: 60 },
  /** Small changes of one's own state: read positions, typing, heartbeats. */
  signal: { points: 240, seconds: 60 },
  /** Changes that others see: channels, members, names. */
  change: { points: 120, seconds: 60 },
  /** Making workspaces and invites. */
  create: { points: 120, seconds: 3600 },
  subscribe: { points: 600, seconds: 60 },
  /** Looking through all messages. */
  search: { points: 120, seconds: 60 },
  send: { points: 300, seconds: 60 },
  /** All messages of one channel together. */
  sendToChannel: { points: 1200, seconds: 60 },
  /** Trying a password: one account, and one address. */
  signInAccount: { points: 10, seconds: 900, failClosed: true },
  signInAddress: { points: 30, seconds: 900, failClosed: true },
  register: { points: 100, seconds: 3600, failClosed: true },
  token: { points: 600, seconds: 900, failClosed: true },
  ticket: { points: 60, seconds: 60, failClosed: true },
  joinInvite: { points: 30, seconds: 900, failClosed: true },
  /** WebSocket upgrades that nobody could be let in by, by address. */
  upgrade: { points: 100, seconds: 60 },
  /** Any call without a session, by address. */
  anonymous: { points: 300, seconds: 60 },
} as const satisfies Record<string, Limit>;

export type LimitName = keyof typeof limits;
