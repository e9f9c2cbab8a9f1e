import { AppError } from '@parley/api/app-error';
import { TRPCError } from '@trpc/server';
import type { RawData } from 'ws';
import { FLOODING, NOT_SIGNED_IN } from '../close-codes.ts';
import { PONG_FRAME } from '../wire/answers.ts';
import { type CallRequest, type ClientMessage, readConnectionParams, readMessages } from '../wire/request.ts';
import type { Connection } from './connection.ts';
import { MessageBudget, type MessageKind } from './message-budget.ts';

const NOBODY = { id: null, jsonrpc: undefined } as const;

/** What a client says on one socket: who it is, and what it calls. */
export class SocketMessages {
  readonly #connection: Connection;
  #budget: MessageBudget | null = null;
  #awaitsParams: boolean;
  #admission: Promise<void> | null = null;

  constructor(connection: Connection, awaitsParams: boolean) {
    this.#connection = connection;
    this.#awaitsParams = awaitsParams;
  }

  /** Takes one message of any content. */
  receive(data: RawData, isBinary: boolean): void {
    const text = isBinary || !Buffer.isBuffer(data) ? '' : data.toString();
    if (text === 'PING' || text === 'PONG') {
      if (this.#allow('sign') && text === 'PING') this.#connection.send(PONG_FRAME);
    } else if (this.#awaitsParams) {
      this.#awaitsParams = false;
      this.#admission = this.#introduce(text);
    } else {
      this.#readAll(text);
    }
  }

  /** The first message says who is there. Calls that come meanwhile wait. */
  async #introduce(text: string): Promise<void> {
    const connection = this.#connection;
    try {
      const params = readConnectionParams(text);
      if (connection.identity) return;
      const refusal = await connection.services.admit(connection, params?.ticket ?? null);
      if (refusal) connection.close(refusal);
    } catch (cause) {
      this.#refuse(cause);
      if (!connection.identity) connection.close(NOT_SIGNED_IN);
    }
  }

  #readAll(text: string): void {
    let messages: ClientMessage[];
    try {
      messages = readMessages(text, this.#connection.services.router);
    } catch (cause) {
      this.#refuse(cause);
      return;
    }
    const tooMany = messages.filter(isCall).length > this.#connection.services.limits.batch;
    for (const [index, message] of messages.entries()) {
      if (this.#connection.closed) return;
      if (tooMany && isCall(message)) this.#refuseBatched(message);
      else this.#read(message, index);
    }
  }

  #read(message: ClientMessage, batchIndex: number): void {
    switch (message.kind) {
      case 'nameless':
        this.#refuse(new TRPCError({ code: 'PARSE_ERROR', message: '`id` is required' }));
        break;
      case 'stop':
        if (this.#allow('sign')) this.#connection.calls.stop(message.id);
        break;
      case 'call':
        if (this.#allow(message.request.type === 'subscription' ? 'start' : 'call'))
          this.#begin(message.request, batchIndex);
    }
  }

  #begin(request: CallRequest, batchIndex: number): void {
    const { services, client, identity, calls, closed } = this.#connection;
    if (closed) return;
    if (identity) calls.begin({ request, batchIndex, ctx: services.createContext(identity, client) });
    else void this.#admission?.then(() => this.#connection.identity && this.#begin(request, batchIndex));
  }

  #refuse(cause: unknown): void {
    if (this.#allow('call')) this.#connection.fail(cause, { request: NOBODY });
  }

  #refuseBatched({ request }: ClientMessage & { kind: 'call' }): void {
    if (!this.#allow('call')) return;
    const message = `A message may hold ${this.#connection.services.limits.batch} calls.`;
    const cause = new AppError({ code: 'BAD_REQUEST', reason: 'BATCH', message });
    this.#connection.fail(new TRPCError({ code: cause.code, message, cause }), { request });
  }

  /** Counts a message. One too many closes the socket. */
  #allow(kind: MessageKind): boolean {
    this.#budget ??= new MessageBudget(this.#connection.services.limits);
    if (this.#budget.take(kind, performance.now())) return true;
    this.#connection.close(FLOODING);
    return false;
  }
}

/** Subscriptions do not count as batched calls: a client that comes back opens all of its own in one message. */
function isCall(message: ClientMessage): message is ClientMessage & { kind: 'call' } {
  return message.kind === 'call' && message.request.type !== 'subscription';
}
