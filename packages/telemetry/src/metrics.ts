import { createInstruments, type PoolCounts } from './instruments.ts';

/** Next's build and the server's bundle each carry a copy of this file; they share one set of instruments. */
const KEY = Symbol.for('parley.telemetry.metrics');
const holder: typeof globalThis & { [KEY]?: ReturnType<typeof createInstruments> } = globalThis;

function instruments() {
  holder[KEY] ??= createInstruments();
  return holder[KEY];
}

/** An HTTP request has ended. `route` is a pattern (`/api/trpc`), never an address with ids. */
export function recordHttp(labels: { method: string; route: string; status: number }, seconds: number): void {
  instruments().http.observe(labels, seconds);
}

/** A query or mutation has ended. `procedure` is a path of the router; `outcome` is `OK` or the code of the error. */
export function recordProcedure(labels: { procedure: string; outcome: string }, seconds: number): void {
  instruments().procedures.observe(labels, seconds);
}

/** A WebSocket has opened. */
export function countSocketOpened(): void {
  instruments().sockets.inc();
}

/** A WebSocket has closed, with its close code. */
export function countSocketClosed(code: number): void {
  instruments().sockets.dec();
  instruments().socketsClosed.inc({ code });
}

/** A subscription has started. */
export function countSubscriptionOpened(procedure: string): void {
  instruments().subscriptions.inc({ procedure });
}

/** A subscription has ended. */
export function countSubscriptionClosed(procedure: string): void {
  instruments().subscriptions.dec({ procedure });
}

/** Events were handed to sockets: count once for many. */
export function countDeliveries(count: number): void {
  instruments().deliveries.inc(count);
}

/** A message was committed. */
export function recordSend(seconds: number): void {
  instruments().sends.observe(seconds);
}

/** A try of a background job has ended: `retried` will be tried again, `dead` will not. */
export function countJob(job: string, outcome: 'done' | 'retried' | 'dead'): void {
  instruments().jobs.inc({ job, outcome });
}

/** So many jobs lie with the dead letters. */
export function recordDeadJobs(count: number): void {
  instruments().deadJobs.set(count);
}

/** So many messages are not in the indexes of search yet, and the first of them has waited for so many seconds. */
export function recordSearchTail({ messages, seconds }: { messages: number; seconds: number }): void {
  instruments().tailMessages.set(messages);
  instruments().tailSeconds.set(seconds);
}

/** From now on `read` is asked for the pool's counts whenever the metrics are read. */
export function watchPool(read: () => PoolCounts): void {
  instruments().pool.read = read;
}

/** Everything measured in this process, as Prometheus reads it. */
export async function renderMetrics(): Promise<{ contentType: string; text: string }> {
  const { registry } = instruments();
  return { contentType: registry.contentType, text: await registry.metrics() };
}
