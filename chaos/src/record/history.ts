/** Times are milliseconds of the rig's own steady clock. Everything here is plain data, so that a history can be kept as JSON. */
export interface History {
  readonly sends: readonly Send[];
  readonly streams: readonly Stream[];
  readonly memberships: readonly MembershipChange[];
  readonly polls: readonly Poll[];
  readonly faults: readonly Fault[];
  readonly channels: readonly ChannelEnd[];
  /** When the last reader had everything, or was given up. */
  readonly endedAt: number;
}

/** One message that somebody wanted to send, over all its attempts. */
export interface Send {
  readonly nonce: string;
  readonly authorId: string;
  readonly channelId: string;
  readonly body: string;
  readonly invokedAt: number;
  attempts: number;
  /** Null: nobody knows whether it happened. */
  outcome: SendOutcome | null;
}

export type SendOutcome =
  | { readonly kind: 'ok'; readonly at: number; readonly id: string; readonly seq: number }
  | { readonly kind: 'refused'; readonly at: number; readonly code: string };

/** A message as somebody saw it. */
export interface SeenMessage {
  readonly id: string;
  /** SYSTEM: what the channel itself says, as of who came and went. Nobody sends it, and it is never unread. */
  readonly kind: 'USER' | 'SYSTEM';
  readonly nonce: string;
  readonly authorId: string;
  readonly body: string;
  readonly seq: number;
}

export interface Delivery {
  readonly at: number;
  readonly seq: number;
  /** Null: a change of the members. */
  readonly message: SeenMessage | null;
}

/** What one reader got of one channel, over all its connections. */
export interface Stream {
  readonly readerId: string;
  readonly channelId: string;
  /** It began after this number. */
  readonly startSeq: number;
  readonly deliveries: Delivery[];
  /** While it was subscribed; the last span may be open. */
  readonly spans: Span[];
  /** When the server ended it because the reader was no member. */
  readonly ends: number[];
}

export interface Span {
  readonly from: number;
  to: number | null;
}

export interface MembershipChange {
  readonly userId: string;
  readonly channelId: string;
  readonly kind: 'removed' | 'added';
  /** The number that the change took in the channel. */
  readonly seq: number;
  readonly invokedAt: number;
  readonly doneAt: number;
}

/** One newest page of history that somebody asked for. */
export interface Poll {
  readonly userId: string;
  readonly channelId: string;
  readonly from: number;
  readonly to: number;
  readonly messages: readonly SeenMessage[];
}

export interface Fault {
  readonly kind: 'ws-server killed' | 'web killed' | 'Redis restarted';
  readonly from: number;
  /** When what was broken served again. */
  to: number | null;
}

/** One channel when all was over. */
export interface ChannelEnd {
  readonly channelId: string;
  /** The channel's number before the first send. */
  readonly startSeq: number;
  readonly headSeq: number;
  /** All messages, as the database holds them, ordered by number. */
  readonly stored: readonly SeenMessage[];
  /** The whole history as each reader was given it. */
  readonly read: ReadonlyArray<{ readonly userId: string; readonly messages: readonly SeenMessage[] }>;
  readonly unread: ReadonlyArray<{ readonly userId: string; readonly lastReadSeq: number; readonly unread: number }>;
}
