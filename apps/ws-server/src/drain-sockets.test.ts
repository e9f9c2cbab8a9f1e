import { createTRPCClient, createWSClient, wsLink } from '@trpc/client';
import { afterEach, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { EventSource, eventRouter } from '../test/event-source.ts';
import { bearing, knownSessions } from '../test/known-sessions.ts';
import { openRaw, Refused } from '../test/raw-socket.ts';
import { startTestServer, type TestServer } from '../test/test-server.ts';
import { until } from '../test/until.ts';

const servers: TestServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.stop();
});

async function start(source: EventSource): Promise<TestServer> {
  const server = await startTestServer({
    router: eventRouter(source),
    createContext: () => ({}),
    sessions: knownSessions(),
    limits: { beatMs: 20 },
  });
  servers.push(server);
  return server;
}

const subscribe = { id: 1, method: 'subscription', params: { path: 'events' } };

it('asks a client to come back, and closes one that stays with 1012', async () => {
  const source = new EventSource();
  const server = await start(source);
  const socket = await openRaw(server.url, bearing());
  socket.send(subscribe);
  await socket.frame(({ result }) => result?.type === 'started');
  const drained = server.ws.drain(5_000);
  expect(await socket.frame(({ method }) => method === 'reconnect')).toEqual({ id: null, method: 'reconnect' });
  const refused = await openRaw(server.url, bearing()).catch((error: unknown) => error);
  expect(refused instanceof Refused && refused.status).toBe(503);
  expect(await socket.closeCode()).toBe(1012);
  await drained;
  expect(server.ws.counts).toMatchObject({ sockets: 0, subscriptions: 0 });
  expect(socket.frames.some(({ result }) => result?.type === 'stopped')).toBe(false);
});

it('waits for a call that is under way', async () => {
  const server = await start(new EventSource());
  const socket = await openRaw(server.url, bearing());
  socket.send({ id: 1, method: 'mutation', params: { path: 'slow' } });
  socket.send({ id: 2, method: 'query', params: { path: 'echo' } });
  await socket.frame(({ id }) => id === 2);
  await server.ws.drain(5_000);
  expect(await socket.frame(({ id }) => id === 1)).toMatchObject({ result: { data: 'done' } });
  expect(await socket.closeCode()).toBe(1012);
});

it('breaks off who does not even close', async () => {
  const server = await start(new EventSource());
  const socket = await openRaw(server.url, bearing());
  socket.ws.pause();
  await server.ws.drain(100);
  expect(server.ws.counts.sockets).toBe(0);
});

it('moves stock clients to the next server without a loss', async () => {
  const source = new EventSource();
  const [old, next] = [await start(source), await start(source)];
  let { url } = old;
  class SignedIn extends WebSocket {
    constructor(address: string | URL) {
      super(address, bearing());
    }
  }
  const ws = createWSClient({ url: () => url, WebSocket: SignedIn as never, retryDelayMs: () => 0 });
  const client = createTRPCClient<ReturnType<typeof eventRouter>>({ links: [wsLink({ client: ws })] });
  const seen: unknown[] = [];
  client.events.subscribe(undefined, { onData: (data) => seen.push(data) });
  await until('it reads', () => source.readers === 1);
  source.tell(1, 'before');
  await until('it has the first', () => seen.length === 1);
  url = next.url;
  await old.ws.drain(5_000);
  // The stock client may come twice: once because it was asked to, and again because the old socket closed.
  await until('it reads from the next server', () => next.ws.counts.subscriptions === 1 && source.readers === 1);
  source.tell(2, 'after');
  await until('it has the second', () => seen.length === 2);
  expect(seen).toEqual([
    { id: '1', data: { text: 'before' } },
    { id: '2', data: { text: 'after' } },
  ]);
  await ws.close();
});
