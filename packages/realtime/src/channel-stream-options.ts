import type { EncodedEvent } from './encoded-event.ts';
import type { Hub } from './hub.ts';
import type { RetryPace } from './retry-delay.ts';

/** Changes after a number: ascending, those replaced by later ones absent. `more`: the limit cut it short. */
export interface ChangePage {
  events: EncodedEvent[];
  more: boolean;
}

/** NOT_FOUND: the viewer is no member (any more). RESYNC: `afterSeq` is beyond the channel's counter. */
export type ChangeRead = ChangePage | 'NOT_FOUND' | 'RESYNC';

export interface ChannelStreamLimits {
  /** Events that wait for a slow sink before the stream falls back to the database. */
  queue: number;
  /** Rows asked for at once. */
  page: number;
  /** How long a sink may take no more before the stream ends with TOO_SLOW, in milliseconds. */
  slowMs: number;
  /** How long one read may take before it counts as failed, in milliseconds. */
  readMs: number;
  /** Waits after failed reads. */
  retry: RetryPace;
}

export interface ChannelStreamOptions {
  hub: Pick<Hub, 'listenChannel'>;
  channelId: string;
  viewerId: string;
  /** The number the reader has everything up to, or null to begin at the channel's head. */
  lastSeq: number | null;
  /** Reads changes after a number, and the viewer's right to them, in one snapshot of the primary. */
  readChanges: (afterSeq: number, limit: number) => Promise<ChangeRead>;
  /** The channel's counter, and the viewer's right to it. Asked only when `lastSeq` is null. */
  readHead: () => Promise<number | 'NOT_FOUND'>;
  /** Ends an iteration; a pipe has a signal of its own. */
  signal?: AbortSignal | undefined;
  limits?: ChannelStreamLimits | undefined;
}

export const CHANNEL_STREAM_LIMITS: ChannelStreamLimits = {
  queue: 1_000,
  page: 200,
  slowMs: 30_000,
  readMs: 10_000,
  retry: { first: 100, longest: 5_000 },
};
