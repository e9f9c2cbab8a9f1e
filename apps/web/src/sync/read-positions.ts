import { apiErrorOf } from '../trpc/api-error.ts';
import { retryDelay } from '../trpc/retry-delay.ts';
import type { ReadPosition } from './channel-list.ts';

interface Place {
  channelId: string;
  seq: number;
}

export interface ReadPositionsOptions {
  /** Tells the server. */
  markRead(place: Place): Promise<ReadPosition>;
  markUnread(place: Place): Promise<ReadPosition>;
  /** Shows at once that everything up to `seq` is read. */
  onReading(channelId: string, seq: number): void;
  /** What the server says after it moved. */
  onMoved(position: ReadPosition): void;
}

/** What is read within this goes to the server together, in milliseconds. */
const GATHER = 250;
const PACE = { first: 1_000, longest: 30_000 };

/** Tells the server how far this person has read: forward only, and never back by itself. */
export class ReadPositions {
  readonly #options: ReadPositionsOptions;
  /** How far this device has read, where the server has not confirmed it yet. */
  readonly #ahead = new Map<string, number>();
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  /** Marked as unread by hand: reading does not count until the channel is left. */
  readonly #held = new Set<string>();

  constructor(options: ReadPositionsOptions) {
    this.#options = options;
  }

  /** Everything up to `seq` was seen. */
  markRead(channelId: string, seq: number): void {
    if (this.#held.has(channelId) || (this.#ahead.get(channelId) ?? -1) >= seq) return;
    this.#ahead.set(channelId, seq);
    this.#options.onReading(channelId, seq);
    this.#plan(channelId, { after: GATHER, attempt: 0 });
  }

  /** Unread begins again at `seq`. Rejects with the server's error. */
  async markUnread(channelId: string, seq: number): Promise<void> {
    this.#held.add(channelId);
    this.#settle(channelId);
    try {
      this.#options.onMoved(await this.#options.markUnread({ channelId, seq }));
    } catch (error) {
      this.#held.delete(channelId);
      throw error;
    }
  }

  /** Reading counts again: the channel was left, or the reader asked. */
  release(channelId: string): void {
    this.#held.delete(channelId);
  }

  /** Whether the reader marked the channel as unread and is still in it. */
  isHeld(channelId: string): boolean {
    return this.#held.has(channelId);
  }

  /** How far this device has read beyond what the server knows. */
  ahead(channelId: string): number | undefined {
    return this.#ahead.get(channelId);
  }

  /** Sends at once what waits; for a page that goes away. */
  flush(): void {
    for (const channelId of [...this.#timers.keys()]) void this.#send(channelId, 0);
  }

  #plan(channelId: string, { after, attempt }: { after: number; attempt: number }): void {
    clearTimeout(this.#timers.get(channelId));
    this.#timers.set(
      channelId,
      setTimeout(() => void this.#send(channelId, attempt), after),
    );
  }

  async #send(channelId: string, attempt: number): Promise<void> {
    clearTimeout(this.#timers.get(channelId));
    this.#timers.delete(channelId);
    const seq = this.#ahead.get(channelId);
    if (seq === undefined) return;
    try {
      const position = await this.#options.markRead({ channelId, seq });
      if (this.#ahead.get(channelId) !== seq) return;
      this.#settle(channelId);
      this.#options.onMoved(position);
    } catch (error) {
      const code = apiErrorOf(error)?.code;
      if (code === 'NOT_FOUND' || code === 'UNAUTHORIZED' || this.#ahead.get(channelId) !== seq)
        this.#settle(channelId);
      else this.#plan(channelId, { after: retryDelay(attempt, PACE), attempt: attempt + 1 });
    }
  }

  #settle(channelId: string): void {
    clearTimeout(this.#timers.get(channelId));
    this.#timers.delete(channelId);
    this.#ahead.delete(channelId);
  }
}
