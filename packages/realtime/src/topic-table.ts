import type { Bus, Subscription } from './bus.ts';

/** What listens to one topic in this process. */
export interface Feed<Listener> {
  readonly size: number;
  add(listener: Listener): void;
  remove(listener: Listener): void;
  receive(payload: string): void;
}

interface Entry<F> {
  readonly key: string;
  readonly feed: F;
  readonly subscription: Subscription;
  lingering: NodeJS.Timeout | null;
}

export interface TopicTableOptions<F> {
  bus: Bus;
  /** How long a topic that nobody listens to stays subscribed, so that a quick return costs nothing; in milliseconds. */
  lingerMs: number;
  topicOf: (key: string) => string;
  makeFeed: (key: string) => F;
}

/** One bus subscription for each topic that somebody in this process listens to. */
export class TopicTable<Listener, F extends Feed<Listener>> {
  readonly #options: TopicTableOptions<F>;
  readonly #entries = new Map<string, Entry<F>>();
  readonly #linger = (entry: Entry<F>): void => {
    if (entry.feed.size > 0 || entry.lingering || this.#entries.get(entry.key) !== entry) return;
    entry.lingering = setTimeout(() => this.#drop(entry), this.#options.lingerMs).unref();
  };

  constructor(options: TopicTableOptions<F>) {
    this.#options = options;
  }

  /** Adds a listener to a topic. */
  join(key: string, listener: Listener): Subscription {
    const entry = this.#open(key);
    entry.feed.add(listener);
    return new Interest(entry, { listener, onLeave: this.#linger });
  }

  get(key: string): F | undefined {
    return this.#entries.get(key)?.feed;
  }

  /** The keys that have listeners. */
  listened(): string[] {
    return [...this.#entries].flatMap(([key, { feed }]) => (feed.size > 0 ? [key] : []));
  }

  close(): void {
    for (const entry of this.#entries.values()) this.#drop(entry);
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
    const entry: Entry<F> = { key, feed, subscription, lingering: null };
    this.#entries.set(key, entry);
    return entry;
  }

  #drop(entry: Entry<F>): void {
    if (entry.lingering) clearTimeout(entry.lingering);
    entry.subscription.close();
    this.#entries.delete(entry.key);
  }
}

/** One listener's place in a topic. Thousands stand in a process, so it is an object without closures. */
class Interest<Listener, F extends Feed<Listener>> implements Subscription {
  readonly #entry: Entry<F>;
  readonly #onLeave: (entry: Entry<F>) => void;
  #listener: Listener | null;

  constructor(entry: Entry<F>, { listener, onLeave }: { listener: Listener; onLeave: (entry: Entry<F>) => void }) {
    this.#entry = entry;
    this.#listener = listener;
    this.#onLeave = onLeave;
  }

  get ready(): Promise<void> {
    return this.#entry.subscription.ready;
  }

  close(): void {
    if (this.#listener === null) return;
    this.#entry.feed.remove(this.#listener);
    this.#listener = null;
    this.#onLeave(this.#entry);
  }
}
