import type { Subscription } from './bus.ts';
import type { EncodedEvent } from './encoded-event.ts';

/** All changes with `after < seq <= through` that still show, ascending; numbers that later changes replaced are absent. */
export interface ChangeSpan {
  readonly after: number;
  readonly through: number;
  readonly events: readonly EncodedEvent[];
}

/** A local reader of a channel. None of these may throw or wait. */
export interface ChannelListener {
  /** A hint came: usually the next number, but it may be doubled, late, or have gaps before it. */
  onEvent(event: EncodedEvent): void;
  /** The channel has reached `head`, and not every hint up to it came. */
  onCheck(head: number): void;
  /** Missing hints were read from the database, once for all readers of this process. */
  onSpan(span: ChangeSpan): void;
}

export interface CheckOptions {
  /** The counters of these channels, in one query on the primary; channels that are gone are absent. */
  readHeads: (channelIds: string[]) => Promise<Map<string, number>>;
  /**
   * Reads changes after a number without asking who reads: one read instead of one for each reader. Events carry `endsFor`.
   * Optional: without it each reader reads for itself.
   */
  readChanges?: (
    channelId: string,
    afterSeq: number,
    limit: number,
  ) => Promise<{ events: EncodedEvent[]; more: boolean }>;
  /** Milliseconds between checks; 2,000 if left out. */
  everyMs?: number;
}

/** One per process: spreads each topic's hints to any number of local listeners over one bus subscription. */
export interface Hub {
  listenChannel(channelId: string, listener: ChannelListener): Subscription;
  /** Listens to a topic of signals; payloads are handed on as they came. */
  listen(topic: string, listener: (payload: string) => void): Subscription;
  /** To be called after COMMIT. Fire and forget. */
  publishChannel(channelId: string, event: EncodedEvent): void;
  publish(topic: string, payload: string): void;
  /** Starts asking for what hints may have missed. Returns how to stop. A second start replaces the first. */
  startCheck(options: CheckOptions): () => void;
  close(): void;
}
