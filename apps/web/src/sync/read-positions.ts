import { apiErrorOf } from '../trpc/api-error.ts';
import { retryDelay } from '../trpc/retry-delay.ts';
import { InOrder } from './in-order.ts';

/** A place in a conversation, which is named by its `talkKey`. */
interface Place {
  key: string;
  seq: number;
}

export interface ReadPositionsOptions<Position> {
  /** Tells the server. */
  markRead(place: Place): Promise<Position>;
  markUnread(place: Place): Promise<Position>;
  /** Shows at once that everything up to `seq` is read. */
  onReading(key: string, seq: number): void;
  /** What the server says after it moved. */
  onMoved(position: Position): void;
}

interface Sending<Position> {
  readonly attempt: number;
  readonly ask: (call: () => Promise<Position>) => Promise<Position>;
}

/** What is read within this goes to the server together, in milliseconds. */
const GATHER = 250;
const PACE = { first: 1_000, longest: 30_000 };

/**
 * Tells the server how far this person has read: forward only, and never back by itself. Of one place it asks one thing
 * after another: a mark as unread that overtook what was read before would be lost.
 */
export class ReadPositions<Position> {
  readonly #options: ReadPositionsOptions<Position>;
  /** How far this device has read, where the server has not confirmed it yet. */
  readonly #ahead = new Map<string, number>();
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  /** Marked as unread by hand: reading does not count until the channel is left. */
  readonly #held = new Set<string>();
  readonly #inOrder = new InOrder();

  constructor(options: ReadPositionsOptions<Position>) {
    this.#options = options;
  }

  /** Everything up to `seq` was seen. */
  markRead(key: string, seq: number): void {
    if (this.#held.has(key) || (this.#ahead.get(key) ?? -1) >= seq) return;
    this.#ahead.set(key, seq);
    this.#options.onReading(key, seq);
    this.#plan(key, { after: GATHER, attempt: 0 });
  }

  /** Unread begins again at `seq`. Rejects with the server's error. */
  async markUnread(key: string, seq: number): Promise<void> {
    const read = this.#ahead.get(key);
    this.#held.add(key);
    this.#settle(key);
    try {
      this.#options.onMoved(await this.#inOrder.ask(key, () => this.#options.markUnread({ key, seq })));
    } catch (error) {
      this.#held.delete(key);
      if (read !== undefined) this.markRead(key, read);
      throw error;
    }
  }

  /** What is seen counts for nothing until `release`: the reader wants it unread. */
  hold(key: string): void {
    this.#held.add(key);
  }

  /** Reading counts again: the channel was left, or the reader asked. */
  release(key: string): void {
    this.#held.delete(key);
  }

  /** How far this device has read beyond what the server knows. */
  ahead(key: string): number | undefined {
    return this.#ahead.get(key);
  }

  /** Sends at once what waits; for a page that goes away, and so can wait for no answer. */
  flush(): void {
    for (const key of [...this.#timers.keys()]) void this.#send(key, { attempt: 0, ask: (call) => call() });
  }

  #plan(key: string, { after, attempt }: { after: number; attempt: number }): void {
    clearTimeout(this.#timers.get(key));
    const ask = (call: () => Promise<Position>) => this.#inOrder.ask(key, call);
    this.#timers.set(
      key,
      setTimeout(() => void this.#send(key, { attempt, ask }), after),
    );
  }

  async #send(key: string, { attempt, ask }: Sending<Position>): Promise<void> {
    clearTimeout(this.#timers.get(key));
    this.#timers.delete(key);
    const seq = this.#ahead.get(key);
    if (seq === undefined) return;
    try {
      const position = await ask(() => this.#options.markRead({ key, seq }));
      if (this.#ahead.get(key) !== seq) return;
      this.#settle(key);
      this.#options.onMoved(position);
    } catch (error) {
      // What was read since then has a plan of its own.
      if (this.#ahead.get(key) !== seq) return;
      const code = apiErrorOf(error)?.code;
      if (code === 'NOT_FOUND' || code === 'UNAUTHORIZED') this.#settle(key);
      else this.#plan(key, { after: retryDelay(attempt, PACE), attempt: attempt + 1 });
    }
  }

  #settle(key: string): void {
    clearTimeout(this.#timers.get(key));
    this.#timers.delete(key);
    this.#ahead.delete(key);
  }
}
