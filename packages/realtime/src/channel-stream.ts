import type { Subscription } from './bus.ts';
import {
  CHANNEL_STREAM_LIMITS,
  type ChannelStreamLimits,
  type ChannelStreamOptions,
} from './channel-stream-options.ts';
import type { EncodedEvent } from './encoded-event.ts';
import { EVENT_STREAM, type EventSink, type EventStream, StreamEnded } from './event-stream.ts';
import { type ChannelEvent, channelEventSchema } from './events.ts';
import type { ChangeSpan, ChannelListener } from './hub.ts';
import { iterateSink } from './iterate-sink.ts';
import { logReadFailure } from './log-read-failure.ts';
import { retryDelay } from './retry-delay.ts';
import { within } from './within.ts';

export type { ChangePage, ChangeRead, ChannelStreamLimits, ChannelStreamOptions } from './channel-stream-options.ts';

const CLOSED_SINK: EventSink = { write: () => undefined, ready: () => null };

/**
 * A channel's durable events for one reader: every change after `lastSeq`, once, in order, and nothing from the moment the reader
 * is no member any more. Hints make it fast; what they miss is read from the database by number.
 */
export function openChannelStream(options: ChannelStreamOptions): EventStream<ChannelEvent> {
  return new ChannelStream(options);
}

type Phase = 'new' | 'catching-up' | 'live' | 'ended';

/** Thousands of these stand idle in a process, so an idle one holds no queue, no timer and no suspended function. */
class ChannelStream implements EventStream<ChannelEvent>, ChannelListener {
  readonly #options: ChannelStreamOptions;
  #phase: Phase = 'new';
  /** Everything up to this number was handed out, or replaced by a later change. */
  #last: number;
  /** The highest number known to be committed. */
  #target = -1;
  /** The database is to be read; until then hints only move `#target`. */
  #mustRead = true;
  /** Hints that came while a read was under way or the sink was full. */
  #queue: EncodedEvent[] = [];
  #sink: EventSink = CLOSED_SINK;
  #signal: AbortSignal | null = null;
  #subscription: Subscription | null = null;
  #resolve: (() => void) | null = null;
  #reject: ((error: unknown) => void) | null = null;
  #wake: (() => void) | null = null;

  constructor(options: ChannelStreamOptions) {
    this.#options = options;
    this.#last = options.lastSeq ?? -1;
  }

  get [EVENT_STREAM](): true {
    return true;
  }

  get #limits(): ChannelStreamLimits {
    return this.#options.limits ?? CHANNEL_STREAM_LIMITS;
  }

  pipe(sink: EventSink, signal: AbortSignal): Promise<void> {
    if (this.#phase !== 'new') return Promise.reject(new Error('A stream is consumed once.'));
    this.#phase = 'catching-up';
    return new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
      this.#sink = sink;
      this.#signal = signal;
      if (signal.aborted) {
        this.#end(null);
        return;
      }
      signal.addEventListener('abort', this);
      this.#subscription = this.#options.hub.listenChannel(this.#options.channelId, this);
      this.#run(this.#begin(this.#subscription.ready));
    });
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<{ id: string; data: ChannelEvent }, void, undefined> {
    for await (const event of iterateSink((sink, signal) => this.pipe(sink, signal), this.#options.signal)) {
      yield { id: String(event.seq), data: channelEventSchema.parse(JSON.parse(event.json)) };
    }
  }

  /** The signal aborted. */
  handleEvent(): void {
    this.#end(null);
  }

  onEvent(event: EncodedEvent): void {
    if (event.seq <= this.#last) return;
    if (this.#phase === 'live') {
      if (event.seq > this.#last + 1) this.#fallBehind(event.seq);
      else if (!this.#deliver(event) || this.#sink.ready() === null) return;
      this.#leaveLive();
    } else if (this.#mustRead) {
      this.#target = Math.max(this.#target, event.seq);
    } else if (this.#queue.length < this.#limits.queue) {
      this.#queue.push(event);
    } else {
      this.#fallBehind(event.seq);
    }
  }

  onCheck(head: number): void {
    if (head <= this.#last) return;
    this.#target = Math.max(this.#target, head);
    if (this.#phase !== 'live') return;
    this.#mustRead = true;
    this.#leaveLive();
  }

  onSpan({ after, through, events }: ChangeSpan): void {
    if (this.#phase !== 'live' || after > this.#last) {
      this.onCheck(through);
      return;
    }
    for (const event of events) {
      if (event.seq <= this.#last) continue;
      if (!this.#deliver(event)) return;
      if (this.#sink.ready() === null) continue;
      this.#fallBehind(through);
      this.#leaveLive();
      return;
    }
    this.#last = Math.max(this.#last, through);
  }

  async #begin(subscribed: Promise<void>): Promise<void> {
    await subscribed;
    if (this.#options.lastSeq === null) {
      const head = await this.#readUntilDone(() => this.#options.readHead());
      if (head === 'NOT_FOUND') this.#end(new StreamEnded('NOT_FOUND'));
      if (typeof head !== 'number') return;
      this.#last = head;
      this.#mustRead = this.#target > head;
    }
    await this.#catchUp();
  }

  #run(work: Promise<void>): void {
    work.catch((error: unknown) => this.#end(error));
  }

  #leaveLive(): void {
    this.#phase = 'catching-up';
    this.#run(this.#catchUp());
  }

  async #catchUp(): Promise<void> {
    while (this.#phase === 'catching-up') {
      const full = this.#sink.ready();
      if (full) await this.#waitForSink(full);
      else if (this.#mustRead) await this.#readOn();
      else if (this.#drainQueue()) this.#phase = 'live';
    }
  }

  async #readOn(): Promise<void> {
    this.#mustRead = false;
    // Known before the read begins, so the read covers all up to here even where later changes replaced the last rows.
    const covered = this.#target;
    const before = this.#last;
    const page = await this.#readUntilDone(() => this.#options.readChanges(this.#last, this.#limits.page));
    if (page === null) return;
    if (typeof page === 'string') {
      this.#end(new StreamEnded(page));
      return;
    }
    for (const event of page.events) {
      if (event.seq <= this.#last) continue;
      if (!this.#deliver(event)) return;
      const full = this.#sink.ready();
      if (full) await this.#waitForSink(full);
    }
    if (page.more && this.#last > before) this.#mustRead = true;
    else this.#last = Math.max(this.#last, covered);
  }

  /** Hands out what waits. True when nothing known is missing any more. */
  #drainQueue(): boolean {
    for (const [index, event] of this.#queue.entries()) {
      if (event.seq <= this.#last) continue;
      if (event.seq > this.#last + 1) {
        this.#fallBehind(event.seq);
        return false;
      }
      if (!this.#deliver(event)) return false;
      if (this.#sink.ready() === null) continue;
      this.#queue = this.#queue.slice(index + 1);
      return false;
    }
    this.#queue = [];
    this.#mustRead = this.#last < this.#target;
    return !this.#mustRead;
  }

  /** Gives the queue up: what it held is read from the database. */
  #fallBehind(seq: number): void {
    this.#target = Math.max(this.#target, seq, this.#queue.at(-1)?.seq ?? -1);
    this.#queue = [];
    this.#mustRead = true;
  }

  /** False when the stream has ended. */
  #deliver(event: EncodedEvent): boolean {
    if (event.endsMembershipOf(this.#options.viewerId)) {
      this.#end(new StreamEnded('NOT_FOUND'));
      return false;
    }
    this.#last = event.seq;
    try {
      this.#sink.write(event);
    } catch (error) {
      this.#end(error);
    }
    return this.#phase !== 'ended';
  }

  /** Tries until it succeeds; null when the stream ended meanwhile. */
  async #readUntilDone<T>(read: () => Promise<T>): Promise<T | null> {
    const { readMs, retry } = this.#limits;
    for (let failures = 1; this.#phase !== 'ended'; failures += 1) {
      const result = await within(read, readMs).then(
        (value) => ({ value }),
        (error: unknown) => logReadFailure(error),
      );
      if (this.#ended()) return null;
      if (result) return result.value;
      await this.#wait(retryDelay(failures, retry), () => this.#wake?.());
    }
    return null;
  }

  /** Resolves when the sink takes more, or the stream has ended: because it stays full for too long, or otherwise. */
  #waitForSink(full: Promise<void>): Promise<void> {
    const waiting = this.#wait(this.#limits.slowMs, () => this.#end(new StreamEnded('TOO_SLOW')));
    void full.then(this.#wake);
    return waiting;
  }

  /** Resolves when `#wake` is called; `onTime` is called when that takes longer than `ms` milliseconds. */
  #wait(ms: number, onTime: () => void): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(onTime, ms);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  #ended(): boolean {
    return this.#phase === 'ended';
  }

  #end(error: unknown): void {
    if (this.#ended()) return;
    this.#phase = 'ended';
    this.#subscription?.close();
    this.#signal?.removeEventListener('abort', this);
    this.#queue = [];
    this.#sink = CLOSED_SINK;
    this.#wake?.();
    if (error === null) this.#resolve?.();
    else this.#reject?.(error);
  }
}
