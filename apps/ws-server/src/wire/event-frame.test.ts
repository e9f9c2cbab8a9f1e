import { EncodedEvent } from '@parley/realtime/encoded-event';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { EventSource, eventRouter } from '../../test/event-source.ts';
import { bearing, knownSessions } from '../../test/known-sessions.ts';
import { openRaw, type RawSocket } from '../../test/raw-socket.ts';
import { startTestServer, type TestServer } from '../../test/test-server.ts';
import { until } from '../../test/until.ts';
import { EventFrames } from './event-frame.ts';

const source = new EventSource();
let people = 0;
let server: TestServer;

beforeAll(async () => {
  const given = { router: eventRouter(source), createContext: () => ({}), sessions: knownSessions() };
  server = await startTestServer(given);
});
afterAll(() => server.stop());

async function subscribe(id: unknown, more: object = {}): Promise<RawSocket> {
  people += 1;
  const socket = await openRaw(server.url, bearing(`user${people}.session`));
  socket.send({ id, method: 'subscription', params: { path: 'events' }, ...more });
  await socket.frame(({ result }) => result?.type === 'started');
  return socket;
}

it('carries texts of every length, and of every script', async () => {
  const socket = await subscribe(1);
  const frame = (text: string) =>
    JSON.stringify({ id: 1, result: { type: 'data', id: '1', data: { id: '1', data: { text } } } });
  const overhead = frame('').length;
  const texts = [0, 125, 126, 127, 65_535, 65_536, 65_537, 300_000].map((length) =>
    'x'.repeat(Math.max(0, length - overhead)),
  );
  for (const text of [...texts, 'Grüße 👋 \u2028 "quoted" \\ \u0000']) {
    const known = socket.texts.length;
    source.tell(1, text);
    await until('it came', () => socket.texts.length > known);
    expect(socket.texts.at(-1)).toBe(frame(text));
  }
  socket.ws.close();
});

it('is addressed to each request as the request called itself', async () => {
  const ids = [1, '1', 'tail', '', 'id 1', 0, -1, 1.5, 'Grüße "you"'];
  const sockets = await Promise.all(ids.map((id) => subscribe(id)));
  source.tell(7, 'to all');
  for (const [index, socket] of sockets.entries()) {
    const found = await socket.frame(({ result }) => result?.type === 'data');
    expect(found).toEqual({
      id: ids[index],
      result: { type: 'data', id: '7', data: { id: '7', data: { text: 'to all' } } },
    });
    socket.ws.close();
  }
});

it('repeats the name of the protocol to who gave it, and to nobody else', async () => {
  const [plain, named] = [await subscribe(1), await subscribe(1, { jsonrpc: '2.0' })];
  source.tell(9, 'to both');
  expect(await plain.frame(({ result }) => result?.id === '9')).not.toHaveProperty('jsonrpc');
  expect(await named.frame(({ result }) => result?.id === '9')).toHaveProperty('jsonrpc', '2.0');
  plain.ws.close();
  named.ws.close();
});

it('is one object for all who have the same request id', () => {
  const event = new EncodedEvent(1, '{"text":"once"}');
  const [one, other] = [new EventFrames(5, undefined), new EventFrames(5, undefined)];
  expect(one.frameOf(event)).toBe(other.frameOf(event));
  expect(new EventFrames(6, undefined).frameOf(event)).not.toBe(one.frameOf(event));
});
