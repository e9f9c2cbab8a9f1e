import type { Duplex } from 'node:stream';
import { countSocketClosed } from '@parley/telemetry/metrics';
import type { WebSocket } from 'ws';
import { type CloseReason, SILENT, TOO_SLOW, UNKNOWN_IN_TIME } from '../close-codes.ts';
import type { Client, Identity, SocketServices } from '../services.ts';
import { callErrorOf, errorFrame, type FailedCall } from '../wire/answers.ts';
import { PING_FRAME } from '../wire/text-frame.ts';
import { Heart } from './heart.ts';
import { SocketCalls } from './socket-calls.ts';
import { SocketMessages } from './socket-messages.ts';
import { SocketWriter } from './socket-writer.ts';

/** A new socket's session is asked for again so soon: it may have ended before word of that could reach the socket. */
const FIRST_CHECK_MS = 1_000;

/** How a socket begins. */
export interface Opening {
  readonly ws: WebSocket;
  /** What `ws` writes to; finished frames go there directly. */
  readonly socket: Duplex;
  readonly client: Client;
  /** Whose it is, when the upgrade request said so. */
  readonly identity: Identity | null;
  /** The first message carries connection parameters. */
  readonly awaitsParams: boolean;
}

/** One open socket: what goes out to it, whose it is, and how it ends. */
export class Connection {
  readonly services: SocketServices;
  readonly client: Client;
  readonly calls: SocketCalls;
  /** When its session is asked for in the database, in milliseconds of `performance.now()`. */
  recheckAt = 0;
  readonly #ws: WebSocket;
  readonly #writer: SocketWriter;
  readonly #heart: Heart;
  #identity: Identity | null = null;
  #closedAt: number | null = null;

  constructor({ ws, socket, client, identity, awaitsParams }: Opening, services: SocketServices) {
    const now = performance.now();
    const messages = new SocketMessages(this, awaitsParams);
    this.services = services;
    this.client = client;
    this.calls = new SocketCalls(this);
    if (identity) this.signIn(identity);
    this.#ws = ws;
    this.#writer = new SocketWriter(socket, services.turn, services.limits);
    this.#heart = new Heart(services.limits, now);
    ws.on('message', (data, isBinary) => {
      if (this.closed) return;
      this.#heart.hearMessage(performance.now());
      messages.receive(data, isBinary);
    });
    ws.on('pong', () => this.#heart.hearPong(performance.now()));
    // What broke the protocol is closed by ws itself, with the code that says how.
    ws.on('error', () => undefined);
    ws.on('close', (code) => this.#onClose(code));
  }

  /** Whose it is; null until the client has said so. */
  get identity(): Identity | null {
    return this.#identity;
  }

  get closed(): boolean {
    return this.#closedAt !== null;
  }

  /** The client has said who it is. */
  signIn(identity: Identity): void {
    this.#identity = identity;
    this.recheckAt = performance.now() + FIRST_CHECK_MS;
  }

  /** Sends a finished frame at the end of this turn. */
  send(frame: Buffer): void {
    // After a closing frame, whoever sent it, nothing may follow.
    if (this.closed || this.#ws.readyState !== this.#ws.OPEN) return;
    if (!this.#writer.write(frame)) this.close(TOO_SLOW);
  }

  /** Sends the frame of a numbered event. */
  deliver(frame: Buffer): void {
    this.services.counts.deliveries += 1;
    this.send(frame);
  }

  /** Null while the other end keeps up, else a promise for when it does again. */
  ready(): Promise<void> | null {
    return this.#writer.ready();
  }

  /** Tells the client that a call failed. */
  fail(cause: unknown, call: FailedCall): void {
    const error = callErrorOf(cause);
    this.services.onError(error, call);
    this.send(errorFrame(this.services.router, error, call));
  }

  /** Closes the socket. Its subscriptions end without a word, so that the client takes them up on its next socket. */
  close({ code, text }: CloseReason): void {
    if (this.closed) return;
    this.#end(code);
    this.#ws.close(code, text);
  }

  /** Breaks the connection off without a closing handshake. */
  terminate(): void {
    this.#ws.terminate();
  }

  /** Looks after the socket. `now` as `performance.now()` says. */
  beat(now: number): void {
    if (this.#closedAt !== null) {
      if (now - this.#closedAt >= this.services.limits.closeMs) this.terminate();
      return;
    }
    if (this.#writer.isStuck(now, this.services.limits.stuckMs)) {
      this.close(TOO_SLOW);
      return;
    }
    switch (this.#heart.check(now, { known: this.#identity !== null, flowing: this.#writer.flowing })) {
      case 'silent':
        this.close(this.#identity ? SILENT : UNKNOWN_IN_TIME);
        break;
      case 'dead':
        this.terminate();
        break;
      case 'ping':
        this.send(PING_FRAME);
        break;
      case 'well':
    }
  }

  #onClose(code: number): void {
    if (!this.closed) this.#end(code);
    this.services.leave(this);
  }

  #end(code: number): void {
    this.#closedAt = performance.now();
    countSocketClosed(code);
    this.calls.stopAll();
    this.#writer.finish();
  }
}
