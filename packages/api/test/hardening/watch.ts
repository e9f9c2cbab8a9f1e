import type { ChannelEvent } from '@parley/realtime/events';
import type { Realtime } from '@parley/realtime/realtime';
import { isTrackedEnvelope } from '@trpc/server';
import { createCaller } from '../../src/root.ts';
import { contextFor, type Person } from '../world.ts';

type Call = Person['call'];

/** A durable event with its number. */
export interface Numbered {
  readonly seq: number;
  readonly event: ChannelEvent;
}

/** Inside the process a tracked event's envelope is still closed; the wire opens it. */
async function* opened(stream: AsyncIterable<unknown>): AsyncGenerator<Numbered, void, undefined> {
  for await (const envelope of stream) {
    if (!isTrackedEnvelope<ChannelEvent>(envelope)) throw new Error('A durable event has a number.');
    const [id, event] = envelope;
    yield { seq: Number(id), event };
  }
}

/** Follows a channel's durable events as `Watch` wants them. */
export function following(channelId: string, lastEventId: string | null = null) {
  return async (call: Call): Promise<AsyncIterable<Numbered>> =>
    opened(await call.message.onChange({ channelId, lastEventId }));
}

/** An open subscription: what it said, and the code that it ended with. */
export class Watch<T> {
  readonly said: T[] = [];
  /** The code of its end; null for an end without an error. */
  readonly ended: Promise<string | null>;
  readonly #abort = new AbortController();
  #open = true;
  #heard: () => void = () => undefined;

  /** Opens it as this person through a server. */
  constructor(at: { realtime: Realtime; person: Person }, subscribe: (call: Call) => Promise<AsyncIterable<T>>) {
    const call = createCaller(contextFor(at.realtime, at.person), { signal: this.#abort.signal });
    this.ended = this.#read(subscribe(call)).finally(() => {
      this.#open = false;
      this.#heard();
    });
  }

  get isOpen(): boolean {
    return this.#open;
  }

  close(): void {
    this.#abort.abort();
  }

  /** Waits until it has said something that fits; fails when it ends before. */
  async until(fits: (value: T) => boolean): Promise<T> {
    for (;;) {
      const found = this.said.find(fits);
      if (found !== undefined) return found;
      if (!this.#open) throw new Error(`It ended, having said ${JSON.stringify(this.said)}`);
      await new Promise<void>((resolve) => {
        this.#heard = resolve;
      });
    }
  }

  async #read(opened: Promise<AsyncIterable<T>>): Promise<string | null> {
    try {
      for await (const value of await opened) {
        this.said.push(value);
        this.#heard();
      }
      return null;
    } catch (error) {
      if (error instanceof Error && 'code' in error) return String(error.code);
      throw error;
    }
  }
}
