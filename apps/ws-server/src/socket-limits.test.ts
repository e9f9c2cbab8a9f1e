import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EventSource, eventRouter } from '../test/event-source.ts';
import { bearing, knownSessions } from '../test/known-sessions.ts';
import { openRaw, type RawSocket } from '../test/raw-socket.ts';
import { startTestServer, type TestServer } from '../test/test-server.ts';
import { until } from '../test/until.ts';

const source = new EventSource();
const limits = { subscriptions: 5, freeStarts: 5, freeSigns: 50, messages: 12, batch: 4, beatMs: 20 };
let server: TestServer;

beforeAll(async () => {
  server = await startTestServer({
    router: eventRouter(source),
    createContext: () => ({}),
    sessions: knownSessions(),
    limits,
  });
});
afterAll(() => server.stop());

const query = (id: number, input?: unknown) => ({ id, method: 'query', params: { path: 'echo', input } });
const subscribe = (id: number) => ({ id, method: 'subscription', params: { path: 'events' } });
const stop = (id: number) => ({ id, method: 'subscription.stop' });
const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

function open(): Promise<RawSocket> {
  return openRaw(server.url, bearing());
}

describe('the size of a message', () => {
  it('may be 256 KiB', async () => {
    const socket = await open();
    const text = 'x'.repeat(256 * 1024 - JSON.stringify(query(1, '')).length);
    socket.send(query(1, text));
    const { result } = await socket.frame(({ id }) => id === 1);
    expect(result?.data).toEqual({ input: text });
    socket.ws.close();
  });

  it('is not more', async () => {
    const socket = await open();
    socket.send('x'.repeat(256 * 1024 + 1));
    expect(await socket.closeCode()).toBe(1009);
  });
});

describe('subscriptions', () => {
  it('are limited, and an ended one makes room', async () => {
    const socket = await open();
    socket.send(numbers(6).map(subscribe));
    const { error } = await socket.frame(({ id }) => id === 6);
    expect(error?.data).toMatchObject({ code: 'TOO_MANY_REQUESTS' });
    expect(source.readers).toBe(5);
    socket.send(stop(2));
    await socket.frame(({ id, result }) => id === 2 && result?.type === 'stopped');
    socket.send(subscribe(7));
    await socket.frame(({ id, result }) => id === 7 && result?.type === 'started');
    socket.ws.close();
    await until('all have ended', () => source.readers === 0 && server.ws.counts.subscriptions === 0);
  });
});

describe('a batch', () => {
  it('of too many calls is refused, call by call', async () => {
    const socket = await open();
    socket.send(numbers(5).map((id) => query(id)));
    await until('all are answered', () => socket.frames.length === 5);
    expect(socket.frames.map(({ error }) => error?.data.code)).toEqual(Array(5).fill('BAD_REQUEST'));
    socket.ws.close();
  });

  it('may hold all subscriptions of a client that comes back', async () => {
    const socket = await open();
    socket.send([...numbers(5).map(subscribe), query(6)]);
    await socket.frame(({ id, result }) => id === 6 && result?.type === 'data');
    await until('all are started', () => source.readers === 5);
    socket.ws.close();
  });
});

describe('the number of messages', () => {
  it('is limited for calls, however they are packed', async () => {
    const socket = await open();
    for (const id of numbers(4)) socket.send([query(id), query(id + 10), query(id + 20)]);
    await until('all are answered', () => socket.frames.length === 12);
    socket.send(query(99));
    expect(await socket.closeCode()).toBe(4429);
  });

  it('is limited for nonsense', async () => {
    const socket = await open();
    for (const _ of numbers(13)) socket.send('{');
    expect(await socket.closeCode()).toBe(4429);
  });

  it('leaves room for all subscriptions, their ends, and pings', async () => {
    const socket = await open();
    socket.send(numbers(5).map(subscribe));
    for (const id of numbers(5)) socket.send(stop(id));
    for (const _ of numbers(40)) socket.send('PING');
    for (const id of numbers(12)) socket.send(query(id + 50));
    await socket.frame(({ id }) => id === 62);
    expect(socket.closed).toBeNull();
    socket.send(subscribe(70));
    expect(await socket.closeCode()).toBe(4429);
  });
});
