import { setTimeout as pause } from 'node:timers/promises';
import { type EncodedEvent, fromBusText } from './encoded-event.ts';
import type { ChangeSpan, ChannelListener } from './hub.ts';
import type { ReportError } from './report-error.ts';
import { retryDelay } from './retry-delay.ts';
import type { Feed } from './topic-table.ts';
import { within } from './within.ts';

const MAX_PARKED = 256;
const SPAN_LIMIT = 500;
/** Beyond so many spans in a row, readers that are still behind read for themselves, at their own pace. */
const MAX_SPANS = 4;
/** One read may take so long; then it counts as failed. */
const READ_MS = 10_000;
const PACE = { first: 250, longest: 5_000 };

/** Reads what still shows of the changes after a number, once for all readers of the process. */
export type ReadSpan = (afterSeq: number, limit: number) => Promise<{ events: EncodedEvent[]; more: boolean }>;

export interface ChannelFeedOptions {
  channelId: string;
  /** Null when nobody can read for all. */
  spanReader: () => ReadSpan | null;
  /** How long to wait for a hint that is missed: servers may publish in another order than they committed. Milliseconds. */
  reorderMs: number;
  reportError: ReportError;
}

/**
 * One channel's hints in this process: puts them in order, drops those told before, and fills holes once for all listeners.
 * What it cannot fill it passes on as `onCheck`, and each reader reads for itself.
 */
export class ChannelFeed implements Feed<ChannelListener> {
  readonly #listeners = new Set<ChannelListener>();
  readonly #options: ChannelFeedOptions;
  /** The highest number told to the listeners; -1 before the first. */
  #told = -1;
  /** The highest number known to exist. */
  #known = -1;
  #parked = new Map<number, EncodedEvent>();
  #reorderTimer: NodeJS.Timeout | null = null;
  #filling = false;

  constructor(options: ChannelFeedOptions) {
    this.#options = options;
  }

  get size(): number {
    return this.#listeners.size;
  }

  add(listener: ChannelListener): void {
    this.#listeners.add(listener);
  }

  remove(listener: ChannelListener): void {
    this.#listeners.delete(listener);
    if (this.#listeners.size === 0) this.#giveUpHoles();
  }

  /** A hint from the bus. */
  receive(payload: string): void {
    const event = fromBusText(payload);
    if (event) this.#take(event);
    else this.#options.reportError(new Error(`A malformed hint of ${this.#options.channelId} was dropped.`), 'the hub');
  }

  /** The channel's counter, as the database has it. */
  learnHead(head: number): void {
    this.#known = Math.max(this.#known, head);
    this.#watchHole();
  }

  #take(event: EncodedEvent): void {
    if (event.seq <= this.#told) return;
    this.#known = Math.max(this.#known, event.seq);
    if (this.#told >= 0 && event.seq > this.#told + 1) {
      this.#park(event);
      return;
    }
    this.#tell(event);
    this.#tellParked();
  }

  #tell(event: EncodedEvent): void {
    this.#told = event.seq;
    this.#each((listener) => listener.onEvent(event));
  }

  #tellParked(): void {
    for (;;) {
      const next = this.#parked.get(this.#told + 1);
      if (!next) break;
      this.#parked.delete(next.seq);
      this.#tell(next);
    }
    for (const seq of this.#parked.keys()) if (seq <= this.#told) this.#parked.delete(seq);
    this.#watchHole();
  }

  #park(event: EncodedEvent): void {
    if (this.#listeners.size === 0) {
      this.#told = event.seq;
      return;
    }
    // One that finds no room is read from the database with the others.
    if (this.#parked.size < MAX_PARKED) this.#parked.set(event.seq, event);
    this.#watchHole();
  }

  /** What is known but not told may be on its way still; after a moment it is fetched. */
  #watchHole(): void {
    if (this.#known <= this.#told) {
      if (this.#reorderTimer) clearTimeout(this.#reorderTimer);
      this.#reorderTimer = null;
    } else if (!this.#reorderTimer && !this.#filling) {
      this.#reorderTimer = setTimeout(() => {
        this.#reorderTimer = null;
        this.#fill();
      }, this.#options.reorderMs).unref();
    }
  }

  #fill(): void {
    if (this.#filling || this.#known <= this.#told) return;
    const readSpan = this.#told < 0 ? null : this.#options.spanReader();
    if (!readSpan) {
      this.#passOn(this.#known);
      return;
    }
    this.#filling = true;
    void this.#fillFrom(readSpan).finally(() => {
      this.#filling = false;
      this.#tellParked();
    });
  }

  async #fillFrom(readSpan: ReadSpan): Promise<void> {
    let failures = 0;
    for (let spans = 0; spans < MAX_SPANS && this.#known > this.#told && this.#listeners.size > 0; ) {
      // Known to be committed before the read begins, so the read covers all up to here.
      const known = this.#known;
      const after = this.#told;
      const page = await within(() => readSpan(after, SPAN_LIMIT), READ_MS).catch((error: unknown) => {
        if (failures === 0) this.#options.reportError(error, 'a read for all readers of a channel');
        return null;
      });
      if (!page) {
        failures += 1;
        await pause(retryDelay(failures, PACE), undefined, { ref: false });
        continue;
      }
      const last = page.events.at(-1)?.seq ?? after;
      const cut = page.more && last > after;
      this.#tellSpan({ after, through: cut ? last : Math.max(known, last), events: page.events });
      spans += 1;
    }
    if (this.#known > this.#told) this.#passOn(this.#known);
  }

  #tellSpan(span: ChangeSpan): void {
    this.#told = Math.max(this.#told, span.through);
    this.#known = Math.max(this.#known, this.#told);
    this.#each((listener) => listener.onSpan(span));
  }

  #passOn(head: number): void {
    this.#told = Math.max(this.#told, head);
    this.#each((listener) => listener.onCheck(head));
    this.#tellParked();
  }

  #each(call: (listener: ChannelListener) => void): void {
    for (const listener of this.#listeners) {
      try {
        call(listener);
      } catch (error) {
        this.#options.reportError(error, 'a listener of a channel');
      }
    }
  }

  /** Nobody listens: who comes later reads from the database first. */
  #giveUpHoles(): void {
    this.#told = Math.max(this.#told, this.#known);
    this.#parked.clear();
    this.#watchHole();
  }
}
