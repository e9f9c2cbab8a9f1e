import { TimeoutError, within } from '../within.ts';
import type { RedisClient } from './connect-redis.ts';

/** A command may take so long, in milliseconds. */
const COMMAND_MS = 1_000;
/** After a command without an answer none is tried for so long, in milliseconds, so that a stalled server delays few callers. */
const REST_MS = 1_000;

/** Runs commands that somebody waits for: each is answered or fails within a second, and at once when Redis is known to be gone. */
export class RedisGate {
  readonly client: RedisClient;
  readonly #firstReady: Promise<void>;
  #starting = true;
  #restUntil = 0;

  constructor(client: RedisClient) {
    this.client = client;
    this.#firstReady = new Promise((resolve) => {
      const started = () => {
        clearTimeout(timer);
        this.#starting = false;
        resolve();
      };
      const timer = setTimeout(started, COMMAND_MS).unref();
      if (client.status === 'ready') started();
      else client.once('ready', started);
    });
  }

  /** The outcome of `command`. Rejects when Redis does not answer in time. */
  async run<T>(command: (client: RedisClient) => Promise<T>): Promise<T> {
    if (this.#starting) await this.#firstReady;
    if (this.client.status !== 'ready') throw new Error('Redis is not connected.');
    if (performance.now() < this.#restUntil) throw new Error('Redis did not answer a moment ago.');
    return within(() => command(this.client), COMMAND_MS).catch((error: unknown) => {
      if (error instanceof TimeoutError) this.#restUntil = performance.now() + REST_MS;
      throw error;
    });
  }
}
