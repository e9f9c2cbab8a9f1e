import type { ChannelEvent } from '@parley/realtime/events';
import type { Unsubscribable } from '@trpc/server/observable';
import { apiErrorOf } from '../trpc/api-error.ts';
import { retryDelay } from '../trpc/retry-delay.ts';
import type { Api } from '../trpc/trpc.ts';
import type { NumberedEvent } from './apply-event.ts';
import type { ChannelLog } from './channel-log.ts';

export interface ChannelFeedsOptions {
  api: Api;
  /** The channel's log, read first if need be. Rejects when it cannot be had. */
  log(channelId: string): Promise<ChannelLog>;
  /** Begins the log anew. */
  restart(channelId: string): Promise<ChannelLog>;
  apply(channelId: string, events: readonly NumberedEvent[]): void;
  /** Streams are scarce: only channels that are open are followed. */
  isScarce(): boolean;
  /** The viewer is no member of the channel (any more). */
  onGone(channelId: string): void;
}

/** Channels left this recently are still followed, so that coming back shows the truth at once. */
const LINGERING = 4;
/**
 * Changes that come within this are applied together, in milliseconds; the first after a pause, at once. A busy channel
 * is drawn so much less often, and what one types there meanwhile does not wait for it.
 */
const GATHER = 80;
const PACE = { first: 500, longest: 10_000 };

/** Follows the durable changes of the channels that are open, and of the few left last. */
export class ChannelFeeds {
  readonly #options: ChannelFeedsOptions;
  readonly #feeds = new Map<string, ChannelFeed>();
  readonly #open = new Map<string, number>();
  /** Left channels, the one left last at the end. */
  readonly #left = new Set<string>();

  constructor(options: ChannelFeedsOptions) {
    this.#options = options;
  }

  /** Follows a channel until the answered function is called, and a while longer. */
  open(channelId: string): () => void {
    this.#open.set(channelId, (this.#open.get(channelId) ?? 0) + 1);
    this.#left.delete(channelId);
    const feed = this.#feeds.get(channelId);
    if (!feed || feed.ended) this.#feeds.set(channelId, new ChannelFeed(channelId, this.#options));
    let released = false;
    return () => {
      if (!released) this.#release(channelId);
      released = true;
    };
  }

  /** Whether a channel's changes are followed. */
  follows(channelId: string): boolean {
    return this.#feeds.get(channelId)?.ended === false;
  }

  /** Ends following at once. */
  drop(channelId: string): void {
    this.#feeds.get(channelId)?.end();
    this.#feeds.delete(channelId);
    this.#left.delete(channelId);
  }

  close(): void {
    for (const channelId of [...this.#feeds.keys()]) this.drop(channelId);
  }

  #release(channelId: string): void {
    const holders = (this.#open.get(channelId) ?? 1) - 1;
    if (holders > 0) {
      this.#open.set(channelId, holders);
      return;
    }
    this.#open.delete(channelId);
    this.#left.add(channelId);
    for (const oldest of this.#left) {
      if (this.#left.size <= (this.#options.isScarce() ? 0 : LINGERING)) break;
      this.drop(oldest);
    }
  }
}

/** One channel's subscription, through all its failures. */
class ChannelFeed {
  readonly #channelId: string;
  readonly #options: ChannelFeedsOptions;
  #subscription: Unsubscribable | null = null;
  #waiting: NumberedEvent[] = [];
  #gather: ReturnType<typeof setTimeout> | undefined;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;
  #ended = false;

  constructor(channelId: string, options: ChannelFeedsOptions) {
    this.#channelId = channelId;
    this.#options = options;
    void this.#begin(options.log);
  }

  get ended(): boolean {
    return this.#ended;
  }

  end(): void {
    this.#ended = true;
    this.#flush();
    clearTimeout(this.#gather);
    clearTimeout(this.#retry);
    this.#subscription?.unsubscribe();
  }

  async #begin(readLog: (channelId: string) => Promise<ChannelLog>): Promise<void> {
    try {
      const { seq } = await readLog(this.#channelId);
      if (!this.#ended) this.#follow(seq);
    } catch (error) {
      this.#fail(error);
    }
  }

  #follow(seq: number): void {
    this.#subscription?.unsubscribe();
    const input = { channelId: this.#channelId, lastEventId: String(seq) };
    this.#subscription = this.#options.api.message.onChange.subscribe(input, {
      onData: (tracked) => this.#take({ seq: Number(tracked.id), event: tracked.data }),
      onError: (error) => this.#fail(error),
      onComplete: () => this.#fail(null),
    });
  }

  #take(event: { seq: number; event: ChannelEvent }): void {
    this.#failures = 0;
    this.#waiting.push(event);
    if (this.#gather === undefined) this.#flushAndGather();
  }

  #flushAndGather(): void {
    const isQuiet = this.#waiting.length === 0;
    this.#flush();
    this.#gather = isQuiet ? undefined : setTimeout(() => this.#flushAndGather(), GATHER);
  }

  #flush(): void {
    const events = this.#waiting;
    this.#waiting = [];
    if (events.length > 0) this.#options.apply(this.#channelId, events);
  }

  #fail(error: unknown): void {
    if (this.#ended) return;
    this.#flush();
    const said = apiErrorOf(error);
    if (said?.code === 'NOT_FOUND') {
      this.end();
      this.#options.onGone(this.#channelId);
      return;
    }
    const begin = said?.reason === 'RESYNC' ? this.#options.restart : this.#options.log;
    const wait = (said?.retryAfter ?? 0) * 1_000 + retryDelay(this.#failures, PACE);
    this.#failures += 1;
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => void this.#begin(begin), wait);
  }
}
