import type { Caller } from '@parley/auth/authenticate';
import type { Realtime } from '@parley/realtime/realtime';

/** What stands behind every call, whatever transport it came by. */
export interface RequestContext {
  readonly requestId: string;
  readonly transport: 'http' | 'ws' | 'internal';
  /** Who is calling, asked anew for each call: a socket's answer may change while it is open. */
  readonly authenticate: () => Promise<Caller | null>;
  /** The client's network address as limits count it (IPv6 by /64), or null when it is not known. */
  readonly address: string | null;
  /** What the device calls itself, for the list of sessions. */
  readonly userAgent: string | null;
  readonly realtime: Realtime;
  /** The tightest limit that this request met, for HTTP's headers. */
  readonly limitState: { current: LimitState | null };
}

export interface LimitState {
  readonly limit: number;
  readonly remaining: number;
  /** Seconds until the window is over. */
  readonly reset: number;
}

/** What a verb gets of a signed-in call: who is asking, and where events are told. */
export interface VerbContext {
  readonly caller: Caller;
  readonly realtime: Realtime;
}
