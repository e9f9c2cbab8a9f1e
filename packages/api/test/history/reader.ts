import type { ChannelEvent } from '@parley/realtime/events';
import type { Realtime } from '@parley/realtime/realtime';
import { isTrackedEnvelope } from '@trpc/server';
import { createCaller } from '../../src/root.ts';
import { contextFor, type Person } from '../world.ts';

/** One event as a reader got it. */
export interface Received {
  readonly seq: number;
  readonly event: ChannelEvent;
}

/**
 * Somebody who keeps a channel open as a client does: reads the stream, remembers the last number, and after each end of
 * the stream goes on from there until told that there is no way in.
 */
export class Reader {
  readonly person: Person;
  readonly received: Received[] = [];
  readonly #channelId: string;
  #abort = new AbortController();
  #running: Promise<void> = Promise.resolve();
  #turn: Promise<void> = Promise.resolve();
  /** The number that this reader began after. */
  readonly start: number;
  /** The number that everything was received up to. */
  last: number;
  isOpen = false;
  /** The server that it reads through. */
  server: Realtime | null = null;

  constructor(person: Person, channel: { id: string; seq: number }) {
    this.person = person;
    this.#channelId = channel.id;
    this.start = channel.seq;
    this.last = channel.seq;
  }

  /** Reads on through a server from the last number; what was open before ends first. */
  connect(server: Realtime): Promise<void> {
    return this.#inTurn(() => {
      this.#abort = new AbortController();
      const { signal } = this.#abort;
      this.server = server;
      this.isOpen = true;
      this.#running = this.#read(createCaller(contextFor(server, this.person), { signal }), signal).finally(() => {
        this.isOpen = false;
      });
    });
  }

  disconnect(): Promise<void> {
    return this.#inTurn(() => undefined);
  }

  #inTurn(begin: () => void): Promise<void> {
    this.#turn = this.#turn.then(async () => {
      this.#abort.abort();
      await this.#running;
      begin();
    });
    return this.#turn;
  }

  async #read(call: Person['call'], signal: AbortSignal): Promise<void> {
    try {
      const input = { channelId: this.#channelId, lastEventId: String(this.last) };
      const stream = await call.message.onChange(input);
      for await (const sent of stream) {
        // Inside the process the envelope is still closed; the wire opens it.
        const envelope: unknown = sent;
        if (!isTrackedEnvelope<ChannelEvent>(envelope)) throw new Error('A durable event has a number.');
        const [id, event] = envelope;
        if (signal.aborted) return;
        this.last = Number(id);
        this.received.push({ seq: this.last, event });
      }
    } catch (error) {
      if (!isNotFound(error) && !signal.aborted) throw error;
    }
  }
}

function isNotFound(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'NOT_FOUND';
}
