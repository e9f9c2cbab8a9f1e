import type { Bus, Subscription } from './bus.ts';

/** What listens to one topic in this process. */
export interface Feed {
  readonly size: number;
  receive(payload: string): void;
}

interface Entry<F extends Feed> {
  readonly feed: F;
  readonly subscription: Subscription;
  lingering: NodeJS.Timeout | null;
}

export interface TopicTableOptions<F extends Feed> {
  bus: Bus;
  /** How long a topic that nobody listens to stays subscribed, so that a quick return costs nothing; in milliseconds. */
  lingerMs: number;
  topicOf: (key: string) => string;
  makeFeed: (key: string) => F;
}

/** One bus subscription for each topic that somebody in this process listens to. */
export class TopicTable<F extends Feed> {
  readonly #options: TopicTableOptions<F>;
  readonly #entries = new Map<string, Entry<F>>();

  constructor(options: TopicTableOptions<F>) {
    this.#options = options;
  }

  /** Adds a listener: `enter` puts it into the feed and returns how to take it out. */
  join(key: string, enter: (feed: F) => () => void): Subscription {
    const entry = this.#open(key);
    const leave = enter(entry.feed);
    let open = true;
    return {
      ready: entry.subscription.ready,
      close: () => {
        if (!open) return;
        open = false;
        leave();
        this.#linger(key, entry);
      },
    };
  }

  get(key: string): F | undefined {
    return this.#entries.get(key)?.feed;
  }

  /** The keys that have listeners. */
  listened(): string[] {
    return [...this.#entries].flatMap(([key, { feed }]) => (feed.size > 0 ? [key] : []));
  }

  close(): void {
    for (const [key, entry] of this.#entries) this.#drop(key, entry);
  }

  #open(key: string): Entry<F> {
    const known = this.#entries.get(key);
    if (known) {
      if (known.lingering) clearTimeout(known.lingering);
      known.lingering = null;
      return known;
    }
    const feed = this.#options.makeFeed(key);
    const topic = this.#options.topicOf(key);
    const subscription = this.#options.bus.subscribe(topic, (payload) => feed.receive(payload));
    const entry: Entry<F> = { feed, subscription, lingering: null };
    this.#entries.set(key, entry);
    return entry;
  }

  #linger(key: string, entry: Entry<F>): void {
    if (entry.feed.size > 0 || entry.lingering || this.#entries.get(key) !== entry) return;
    entry.lingering = setTimeout(() => this.#drop(key, entry), this.#options.lingerMs).unref();
  }

  #drop(key: string, entry: Entry<F>): void {
    if (entry.lingering) clearTimeout(entry.lingering);
    entry.subscription.close();
    this.#entries.delete(key);
  }
}
