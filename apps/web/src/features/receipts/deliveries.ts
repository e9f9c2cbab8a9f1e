import type { ChannelListItem } from '../../sync/channel-list.ts';
import { type CrossTab, openCrossTab } from '../../sync/cross-tab.ts';
import { apiErrorOf } from '../../trpc/api-error.ts';
import { retryDelay } from '../../trpc/retry-delay.ts';

/** Up to where a conversation of two came to this device. */
export interface Delivered {
  readonly channelId: string;
  readonly seq: number;
}

export interface DeliveriesOptions {
  readonly viewerId: string;
  tell(positions: readonly Delivered[]): Promise<unknown>;
}

/** What comes within this is told together, in milliseconds. Tabs wait differently long, so that one of them tells for all. */
const GATHER = 1_000;
const APART = 500;
/** The server takes no more in one call. */
const MOST = 100;
const PACE = { first: 2_000, longest: 60_000 };
/** The server's word that telling again is no use. */
const REFUSED = ['NOT_FOUND', 'FORBIDDEN', 'BAD_REQUEST', 'UNAUTHORIZED'];

/** Tells the server up to where conversations of two came to this device, as far as they are not read here already. */
export class Deliveries {
  readonly #options: DeliveriesOptions;
  readonly #told = new Map<string, number>();
  #channels: readonly ChannelListItem[] = [];
  #tabs: CrossTab<readonly Delivered[]> | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #telling = false;
  #failures = 0;

  constructor(options: DeliveriesOptions) {
    this.#options = options;
  }

  /** Begins to tell, and to hear what other tabs told. Returns what ends it. */
  open(): () => void {
    this.#tabs = openCrossTab(`parley delivered ${this.#options.viewerId}`, (positions) => this.#note(positions));
    this.#plan();
    return () => {
      clearTimeout(this.#timer);
      this.#timer = undefined;
      this.#tabs?.close();
      this.#tabs = null;
    };
  }

  /** The channels as this device knows them now. */
  look(channels: readonly ChannelListItem[]): void {
    this.#channels = channels;
    this.#plan();
  }

  #plan(): void {
    if (this.#timer !== undefined || this.#telling || !this.#tabs || this.#untold().length === 0) return;
    const wait = this.#failures > 0 ? retryDelay(this.#failures - 1, PACE) : 0;
    this.#timer = setTimeout(() => void this.#tell(), GATHER + APART * Math.random() + wait);
  }

  async #tell(): Promise<void> {
    this.#timer = undefined;
    const positions = this.#untold().slice(0, MOST);
    if (positions.length === 0) return;
    this.#telling = true;
    try {
      await this.#options.tell(positions);
      this.#failures = 0;
      this.#note(positions);
      this.#tabs?.tell(positions);
    } catch (error) {
      if (REFUSED.includes(apiErrorOf(error)?.code ?? '')) this.#note(positions);
      else this.#failures += 1;
    }
    this.#telling = false;
    this.#plan();
  }

  #note(positions: readonly Delivered[]): void {
    for (const { channelId, seq } of positions) {
      this.#told.set(channelId, Math.max(seq, this.#told.get(channelId) ?? 0));
    }
  }

  #untold(): Delivered[] {
    return this.#channels.flatMap(({ id, kind, people, membership, seq }) => {
      const known = Math.max(this.#told.get(id) ?? 0, membership?.lastReadSeq ?? seq);
      const withSomebody = kind === 'DIRECT' && people?.some((person) => person.id !== this.#options.viewerId);
      return withSomebody && seq > known ? [{ channelId: id, seq }] : [];
    });
  }
}
