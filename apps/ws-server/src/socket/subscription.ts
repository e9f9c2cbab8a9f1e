import type { EncodedEvent } from '@parley/realtime/encoded-event';
import { type EventSink, type EventStream, isEventStream } from '@parley/realtime/event-stream';
import { countSubscriptionClosed, countSubscriptionOpened } from '@parley/telemetry/metrics';
import { isTrackedEnvelope, TRPCError } from '@trpc/server';
import { isAsyncIterable } from '@trpc/server/unstable-core-do-not-import';
import { resultFrame } from '../wire/answers.ts';
import { EventFrames } from '../wire/event-frame.ts';
import { type Call, runProcedure } from './call.ts';
import type { Connection } from './connection.ts';
import type { SocketCalls } from './socket-calls.ts';

/** One running subscription of a socket. Numbered events take the pipe, everything else is iterated. */
export class Subscription implements EventSink {
  readonly #calls: SocketCalls;
  readonly #call: Call;
  readonly #abort = new AbortController();
  #frames: EventFrames | null = null;
  #iterator: AsyncIterator<unknown> | null = null;
  #started = false;
  #ended = false;

  constructor(calls: SocketCalls, call: Call) {
    this.#calls = calls;
    this.#call = call;
  }

  get #connection(): Connection {
    return this.#calls.connection;
  }

  write(event: EncodedEvent): void {
    if (this.#frames && !this.#ended) this.#connection.deliver(this.#frames.frameOf(event));
  }

  ready(): Promise<void> | null {
    return this.#connection.ready();
  }

  /** Ends it at once, and tells the client so. */
  stop(): void {
    if (this.#ended) return;
    this.#end();
    this.#abort.abort();
    this.#letGo(this.#iterator);
  }

  /** Calls the procedure and hands on what it says until its end, which the client is told of. Never rejects. */
  async run(): Promise<void> {
    let stream: EventStream<unknown> | AsyncIterable<unknown>;
    try {
      stream = this.#asStream(await runProcedure(this.#connection.services.router, this.#call, this.#abort.signal));
    } catch (cause) {
      if (this.#ended) return;
      this.#ended = true;
      this.#calls.forget(this.#call.request.id);
      this.#connection.fail(cause, this.#call);
      return;
    }
    if (this.#ended) return;
    this.#start();
    try {
      if (isEventStream(stream)) await this.#pipe(stream);
      else await this.#iterate(stream);
    } catch (cause) {
      if (!this.#ended) this.#connection.fail(cause, this.#call);
    }
    this.#end();
  }

  #asStream(result: unknown): EventStream<unknown> | AsyncIterable<unknown> {
    if (isEventStream(result) || isAsyncIterable(result)) return result;
    const { path } = this.#call.request;
    throw new TRPCError({
      code: 'INTERNAL_SERVER_ERROR',
      message: `The subscription ${path} did not answer with a stream.`,
    });
  }

  #pipe(stream: EventStream<unknown>): Promise<void> {
    const { id, jsonrpc } = this.#call.request;
    this.#frames = new EventFrames(id, jsonrpc);
    return stream.pipe(this, this.#abort.signal);
  }

  async #iterate(stream: AsyncIterable<unknown>): Promise<void> {
    const iterator = stream[Symbol.asyncIterator]();
    this.#iterator = iterator;
    for (;;) {
      const next = await iterator.next();
      if (this.#ended || next.done) return;
      this.#sendValue(next.value);
      const full = this.ready();
      if (full) await full;
    }
  }

  #sendValue(value: unknown): void {
    const { router } = this.#connection.services;
    const { request } = this.#call;
    if (isTrackedEnvelope(value)) {
      const [id, data] = value;
      this.#connection.send(resultFrame(router, request, { type: 'data', id, data: { id, data } }));
    } else {
      this.#connection.send(resultFrame(router, request, { type: 'data', data: value }));
    }
  }

  #start(): void {
    const { request } = this.#call;
    this.#started = true;
    countSubscriptionOpened(request.path);
    this.#connection.send(resultFrame(this.#connection.services.router, request, { type: 'started' }));
  }

  #end(): void {
    if (this.#ended) return;
    this.#ended = true;
    const { request } = this.#call;
    if (this.#started) countSubscriptionClosed(request.path);
    this.#calls.forget(request.id);
    this.#connection.send(resultFrame(this.#connection.services.router, request, { type: 'stopped' }));
  }

  /** An iterator that waits for its next value lets go when that comes; nobody waits for it. */
  #letGo(iterator: AsyncIterator<unknown> | null): void {
    iterator?.return?.().catch(() => undefined);
  }
}
