import { AppError } from '@parley/api/app-error';
import { TRPCError } from '@trpc/server';
import { resultFrame } from '../wire/answers.ts';
import type { RequestId } from '../wire/request.ts';
import { type Call, runOnce } from './call.ts';
import type { Connection } from './connection.ts';
import { Subscription } from './subscription.ts';

/** What one socket has under way: its calls, and its subscriptions by request id. */
export class SocketCalls {
  readonly connection: Connection;
  #subscriptions: Map<RequestId, Subscription> | null = null;
  #gone: AbortController | null = null;
  #underWay = 0;

  constructor(connection: Connection) {
    this.connection = connection;
  }

  /** Queries and mutations that have not been answered. */
  get underWay(): number {
    return this.#underWay;
  }

  /** Starts a call; its answers find their own way. */
  begin(call: Call): void {
    if (call.request.type === 'subscription') this.#subscribe(call);
    else void this.#answer(call);
  }

  /** Ends a subscription; nothing happens when there is none under this id. */
  stop(id: RequestId): void {
    this.#subscriptions?.get(id)?.stop();
  }

  /** Ends everything: the socket is closing. A mutation that runs goes on to its end. */
  stopAll(): void {
    for (const subscription of this.#subscriptions?.values() ?? []) subscription.stop();
    this.#gone?.abort();
  }

  /** A subscription has ended. */
  forget(id: RequestId): void {
    if (this.#subscriptions?.delete(id)) this.connection.services.counts.subscriptions -= 1;
  }

  #subscribe(call: Call): void {
    const { id } = call.request;
    const { limits, counts } = this.connection.services;
    this.#subscriptions ??= new Map();
    if (this.#subscriptions.has(id)) {
      this.connection.fail(
        new TRPCError({ code: 'BAD_REQUEST', message: 'This id is taken by a subscription.' }),
        call,
      );
    } else if (this.#subscriptions.size >= limits.subscriptions) {
      const message = `A connection may hold ${limits.subscriptions} subscriptions.`;
      const cause = new AppError({ code: 'TOO_MANY_REQUESTS', reason: 'SUBSCRIPTIONS', message });
      this.connection.fail(new TRPCError({ code: cause.code, message, cause }), call);
    } else {
      const subscription = new Subscription(this, call);
      this.#subscriptions.set(id, subscription);
      counts.subscriptions += 1;
      void subscription.run();
    }
  }

  async #answer(call: Call): Promise<void> {
    const { services } = this.connection;
    this.#underWay += 1;
    try {
      const data = await runOnce(services.router, call, this.#signalFor(call));
      this.connection.send(resultFrame(services.router, call.request, { type: 'data', data }));
    } catch (cause) {
      this.connection.fail(cause, call);
    }
    this.#underWay -= 1;
  }

  /** A query may be given up when its asker leaves; a mutation may not. */
  #signalFor({ request }: Call): AbortSignal | undefined {
    if (request.type !== 'query') return undefined;
    this.#gone ??= new AbortController();
    return this.#gone.signal;
  }
}
