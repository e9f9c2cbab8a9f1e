// tRPC's own WebSocket handler with superjson, as its documentation sets it up, without sessions and without a database.
import { EventEmitter, on } from 'node:events';
import { fromBusText } from '@parley/realtime/encoded-event';
import { channelEventSchema } from '@parley/realtime/events';
import { createRedisBus } from '@parley/realtime/redis/redis-bus';
import { channelTopic } from '@parley/realtime/topics';
import { initTRPC, tracked } from '@trpc/server';
import { applyWSSHandler } from '@trpc/server/adapters/ws';
import superjson from 'superjson';
import { WebSocketServer } from 'ws';
import { z } from 'zod';
import { answer } from '../process/answer.ts';
import { benchEnv } from '../process/env.ts';

const { port, redisUrl } = benchEnv();
const reportError = (error: unknown): void => {
  throw error;
};
const bus = createRedisBus({ address: { kind: 'single', url: redisUrl }, reportError });
const changes = new EventEmitter().setMaxListeners(0);
const listened = new Set<string>();

/** Hands a channel's events to all its readers here, with times as superjson's users have them. */
function listen(channelId: string): void {
  if (listened.has(channelId)) return;
  listened.add(channelId);
  bus.subscribe(channelTopic(channelId), (text) => {
    const encoded = fromBusText(text);
    if (!encoded) return;
    const event = channelEventSchema.parse(JSON.parse(encoded.json));
    if (event.type !== 'message') return;
    const message = { ...event.message, createdAt: new Date(event.message.createdAt) };
    changes.emit(channelId, { seq: encoded.seq, event: { ...event, message } });
  });
}

interface Change {
  readonly seq: number;
  readonly event: object;
}

const t = initTRPC.create({ transformer: superjson });
const router = t.router({
  onChange: t.procedure.input(z.object({ channelId: z.string() })).subscription(async function* ({ input, signal }) {
    listen(input.channelId);
    const arriving: AsyncIterable<Change[]> = on(changes, input.channelId, { signal });
    for await (const [change] of arriving) if (change) yield tracked(String(change.seq), change.event);
  }),
  inbox: t.procedure.subscription(async function* ({ signal }) {
    yield { type: 'ready' };
    const arriving: AsyncIterable<object[]> = on(changes, 'inbox', { signal });
    for await (const [change] of arriving) if (change) yield change;
  }),
});

answer({
  listen: () =>
    new Promise<void>((resolve) => {
      const wss = new WebSocketServer({ port, host: '127.0.0.1', perMessageDeflate: false }, resolve);
      applyWSSHandler({ wss, router });
    }),
});
