import type { Redis } from 'ioredis';

/** Topics in one SUBSCRIBE. */
const CHUNK = 500;
const RETRY_MS = 500;
const PING_MS = 4_000;

export interface TopicSubscriberOptions {
  /** A connection for subscriptions alone, which reconnects but does not resubscribe by itself. */
  connection: Redis;
  /** SSUBSCRIBE, as a cluster wants it, instead of SUBSCRIBE. */
  sharded: boolean;
  onMessage: (topic: string, payload: string) => void;
  /** Subscriptions are in force again after they were not. */
  onRestored: () => void;
}

interface Wanted {
  inForce: Promise<void>;
  confirm: () => void;
}

/** Keeps the wanted topics subscribed on one connection, through losses and refusals. */
export class TopicSubscriber {
  readonly #options: TopicSubscriberOptions;
  readonly #wanted = new Map<string, Wanted>();
  readonly #unsent = new Set<string>();
  readonly #pinger: NodeJS.Timeout;
  #retry: NodeJS.Timeout | null = null;
  #sending = false;

  constructor(options: TopicSubscriberOptions) {
    this.#options = options;
    const { connection, sharded, onMessage } = options;
    connection.on(sharded ? 'smessage' : 'message', onMessage);
    connection.on('ready', () => void this.restore());
    // With the connection's socketTimeout a ping without an answer breaks a dead connection, and it is made anew.
    this.#pinger = setInterval(() => this.#ping(), PING_MS).unref();
  }

  get ready(): boolean {
    return this.#options.connection.status === 'ready';
  }

  get size(): number {
    return this.#wanted.size;
  }

  /** Wants a topic. Resolves once it is in force, however long that takes. */
  add(topic: string): Promise<void> {
    const known = this.#wanted.get(topic);
    if (known) return known.inForce;
    let confirm = () => {};
    const inForce = new Promise<void>((resolve) => {
      confirm = resolve;
    });
    this.#wanted.set(topic, { inForce, confirm });
    this.#unsent.add(topic);
    this.#sendSoon();
    return inForce;
  }

  remove(topic: string): void {
    if (!this.#wanted.delete(topic) || this.#unsent.delete(topic) || !this.ready) return;
    const { connection, sharded } = this.#options;
    // A refusal means that the connection is going, and the subscription with it.
    (sharded ? connection.sunsubscribe(topic) : connection.unsubscribe(topic)).catch(() => undefined);
  }

  /** Subscribes to all wanted topics again, whether or not they seem to be in force. */
  async restore(): Promise<void> {
    if (this.#wanted.size === 0) return;
    for (const topic of this.#wanted.keys()) this.#unsent.add(topic);
    if (await this.#send()) this.#options.onRestored();
  }

  close(): void {
    clearInterval(this.#pinger);
    if (this.#retry) clearTimeout(this.#retry);
    this.#wanted.clear();
    this.#unsent.clear();
    this.#options.connection.disconnect();
  }

  /** What one turn of the event loop wants goes out in one command. */
  #sendSoon(): void {
    if (this.#sending) return;
    this.#sending = true;
    queueMicrotask(() => {
      this.#sending = false;
      void this.#send();
    });
  }

  /** Subscribes to what is not yet sent. Whether all of it is in force now. */
  async #send(): Promise<boolean> {
    if (!this.ready) return false;
    const topics = [...this.#unsent];
    this.#unsent.clear();
    const { connection, sharded } = this.#options;
    const commands: Promise<boolean>[] = [];
    const size = sharded ? 1 : CHUNK;
    for (let start = 0; start < topics.length; start += size) {
      const chunk = topics.slice(start, start + size);
      const command = sharded ? connection.ssubscribe(...chunk) : connection.subscribe(...chunk);
      commands.push(
        command.then(
          () => this.#confirm(chunk),
          () => this.#sendAgain(chunk),
        ),
      );
    }
    return (await Promise.all(commands)).every(Boolean);
  }

  #confirm(topics: string[]): boolean {
    for (const topic of topics) this.#wanted.get(topic)?.confirm();
    return true;
  }

  #sendAgain(topics: string[]): boolean {
    for (const topic of topics) if (this.#wanted.has(topic)) this.#unsent.add(topic);
    // After a lost connection `ready` restores everything; this is for a refusal.
    this.#retry ??= setTimeout(() => {
      this.#retry = null;
      void this.restore();
    }, RETRY_MS).unref();
    return false;
  }

  #ping(): void {
    if (this.ready) this.#options.connection.ping().catch(() => undefined);
  }
}
