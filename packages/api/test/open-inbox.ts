import type { Realtime } from '@parley/realtime/realtime';
import type { InboxEvent } from '@parley/realtime/signals';
import { createCaller } from '../src/root.ts';
import { contextFor, type Person } from './world.ts';

type EventType = InboxEvent['type'];

function isOf<T extends EventType>(event: InboxEvent, type: T): event is Extract<InboxEvent, { type: T }> {
  return event.type === type;
}

/** An inbox of somebody's that is open and ready. */
export interface OpenInbox {
  /** Everything it said so far, the first `ready` among it. */
  readonly said: InboxEvent[];
  /** Waits for the first event of a type that was not taken yet; what came before it is passed over. */
  next<T extends EventType>(type: T): Promise<Extract<InboxEvent, { type: T }>>;
  close(): void;
}

/** Opens somebody's inbox of a workspace and waits until it is ready. */
export async function openInbox(realtime: Realtime, person: Person, workspaceId: string): Promise<OpenInbox> {
  const abort = new AbortController();
  const call = createCaller(contextFor(realtime, person), { signal: abort.signal });
  const events = (await call.inbox({ workspaceId }))[Symbol.asyncIterator]();
  const said: InboxEvent[] = [];
  const next: OpenInbox['next'] = async (type) => {
    for (;;) {
      const { value, done } = await events.next();
      if (done || !value) throw new Error(`The inbox ended, having said ${JSON.stringify(said)}`);
      said.push(value);
      if (isOf(value, type)) return value;
    }
  };
  await next('ready');
  return { said, next, close: () => abort.abort() };
}
