import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { applyWSSHandler } from '@trpc/server/adapters/ws';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocketServer } from 'ws';
import { bearing, knownSessions } from '../test/known-sessions.ts';
import { type Frame, openRaw, type RawSocket } from '../test/raw-socket.ts';
import { smallRouter } from '../test/small-router.ts';
import { startTestServer } from '../test/test-server.ts';
import { until } from '../test/until.ts';

/** tRPC's own handler over the same router. */
async function startStock() {
  const http = createServer();
  const wss = new WebSocketServer({ server: http });
  const { broadcastReconnectNotification } = applyWSSHandler({ wss, router: smallRouter, createContext: () => ({}) });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const url = `ws://127.0.0.1:${(http.address() as AddressInfo).port}/ws`;
  const stop = () => {
    for (const client of wss.clients) client.terminate();
    http.close();
  };
  return { url, broadcastReconnectNotification, stop };
}

const stock = await startStock();
const ours = await startTestServer({ router: smallRouter, createContext: () => ({}), sessions: knownSessions() });
afterAll(async () => {
  stock.stop();
  await ours.stop();
});

type Script = (socket: RawSocket) => void | Promise<void>;

/** What a server answers to a script, by request id, without what is the server's own wording of a client's nonsense. */
async function answers(url: string, script: Script, frames: number): Promise<Map<unknown, unknown[]>> {
  const socket = await openRaw(url, bearing());
  await script(socket);
  await until(`${frames} frames came, after ${socket.texts.join(' ')}`, () => socket.texts.length >= frames);
  socket.ws.terminate();
  return byId(socket.frames);
}

function byId(frames: readonly Frame[]): Map<unknown, unknown[]> {
  const found = new Map<unknown, unknown[]>();
  for (const frame of frames) found.set(frame.id, [...(found.get(frame.id) ?? []), withoutWording(frame)]);
  return found;
}

function withoutWording(frame: Frame): Frame {
  return frame.error ? { ...frame, error: { ...frame.error, message: '' } } : frame;
}

function call(id: unknown, method: string, path: string, more: object = {}) {
  return { id, method, params: { path, ...more } };
}

const scripts: Record<string, { frames: number; script: Script }> = {
  'a query': { frames: 1, script: (s) => s.send(call(1, 'query', 'echo', { input: { text: 'Grüße 👋' } })) },
  'a query without input': { frames: 1, script: (s) => s.send(call('one', 'query', 'echo')) },
  'a query without a value': { frames: 1, script: (s) => s.send(call(1, 'query', 'nothing')) },
  'a mutation': { frames: 1, script: (s) => s.send(call(1, 'mutation', 'add', { input: { a: 1, b: 2 } })) },
  'JSON-RPC by name': {
    frames: 2,
    script: (s) => {
      s.send({ ...call(1, 'query', 'echo'), jsonrpc: '2.0' });
      s.send({ ...call(2, 'query', 'refuse'), jsonrpc: '2.0' });
    },
  },
  'a batch': {
    frames: 3,
    script: (s) => s.send([call(1, 'query', 'echo'), call(2, 'query', 'refuse'), call(3, 'mutation', 'add')]),
  },
  'an error': { frames: 1, script: (s) => s.send(call(1, 'query', 'refuse')) },
  'wrong input': { frames: 1, script: (s) => s.send(call(1, 'mutation', 'add', { input: { a: '1' } })) },
  'an unknown path': { frames: 1, script: (s) => s.send(call(1, 'query', 'no.such.thing')) },
  'a path of every object': {
    frames: 3,
    script: (s) => {
      for (const [id, path] of ['__proto__', 'constructor', 'toString'].entries()) s.send(call(id, 'query', path));
    },
  },
  'the wrong kind': { frames: 1, script: (s) => s.send(call(1, 'mutation', 'echo')) },
  'a query that streams': { frames: 1, script: (s) => s.send(call(1, 'query', 'stream')) },
  'no id': { frames: 1, script: (s) => s.send(call(null, 'query', 'echo')) },
  nonsense: {
    frames: 6,
    script: (s) => {
      for (const text of ['{', '7', '[1]', '{}', '{"id":1,"method":"shout"}', '{"id":{},"method":"query"}'])
        s.send(text);
    },
  },
  'a binary message': { frames: 1, script: (s) => s.ws.send(Buffer.from(JSON.stringify(call(1, 'query', 'echo')))) },
  'a tracked subscription': {
    frames: 5,
    script: (s) => s.send(call(1, 'subscription', 'count', { input: { to: 3 } })),
  },
  'a resumed subscription': {
    frames: 3,
    script: (s) => s.send(call(1, 'subscription', 'count', { input: { to: 3 }, lastEventId: '2' })),
  },
  'resumes without an input object': {
    frames: 9,
    script: (s) => {
      s.send(call(1, 'subscription', 'resumed', { lastEventId: '5' }));
      s.send(call(2, 'subscription', 'resumed', { input: 'text', lastEventId: '5' }));
      s.send(call(3, 'subscription', 'resumed', { input: null, lastEventId: '5' }));
    },
  },
  'an untracked subscription': { frames: 4, script: (s) => s.send(call(1, 'subscription', 'plain')) },
  'a subscription that breaks': { frames: 4, script: (s) => s.send(call(1, 'subscription', 'breaking')) },
  'a subscription without a stream': { frames: 1, script: (s) => s.send(call(1, 'subscription', 'noStream')) },
  'a subscription with wrong input': { frames: 1, script: (s) => s.send(call(1, 'subscription', 'count')) },
  'a subscription that is stopped': {
    frames: 3,
    script: async (s) => {
      s.send(call(1, 'subscription', 'forever'));
      await s.frame(({ result }) => result?.type === 'data');
      s.send({ id: 1, method: 'subscription.stop' });
    },
  },
  'the end of no subscription': {
    frames: 1,
    script: (s) => {
      s.send({ id: 9, method: 'subscription.stop' });
      s.send(call(1, 'query', 'echo'));
    },
  },
  'an id that is taken': {
    frames: 3,
    script: async (s) => {
      s.send(call(1, 'subscription', 'forever'));
      await s.frame(({ result }) => result?.type === 'data');
      s.send(call(1, 'subscription', 'plain'));
    },
  },
};

describe('answers as tRPC does', () => {
  it.each(Object.entries(scripts))('%s', async (_name, { script, frames }) => {
    expect(await answers(ours.url, script, frames)).toEqual(await answers(stock.url, script, frames));
  });
});

describe('signs', () => {
  let socket: RawSocket;
  beforeAll(async () => {
    socket = await openRaw(ours.url, bearing());
  });

  it('answers PING with PONG, and PONG with nothing', async () => {
    socket.send('PONG');
    socket.send('PING');
    await until('the answer came', () => socket.texts.length > 0);
    expect(socket.texts).toEqual(['PONG']);
  });
});
