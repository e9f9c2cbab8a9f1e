import { makeScene, type Scene } from '@parley/api/testing/matrix/scene';
import { unlimited } from '@parley/api/testing/unlimited';
import { useTestDatabase } from '@parley/db/testing/test-database';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bearing } from '../test/known-sessions.ts';
import { openRaw, type RawSocket } from '../test/raw-socket.ts';
import { createTestRealtime, startTestServer, type TestServer } from '../test/test-server.ts';

useTestDatabase();

const realtime = unlimited(createTestRealtime());
let server: TestServer;
let scene: Scene;
let socket: RawSocket;

beforeAll(async () => {
  server = await startTestServer({ realtime, limits: { messages: Number.POSITIVE_INFINITY } });
  scene = await makeScene(realtime);
  socket = await openRaw(server.url, bearing(scene.cast.tokens.owner ?? ''));
});
afterAll(async () => {
  socket.ws.terminate();
  await server.stop();
});

let lastId = 0;

/** What is said to a message; `id` is the one it asked with. */
async function answerTo(message: (id: number) => string) {
  const id = ++lastId;
  socket.send(message(id));
  const { error, result } = await socket.frame(
    (frame) => frame.id === id && (frame.error ?? frame.result) !== undefined,
  );
  return error?.data.code ?? result?.type;
}

function subscribe(lastEventId: string) {
  const input = JSON.stringify({ channelId: scene.privateChannel.id });
  return (id: number) =>
    `{"id":${id},"method":"subscription","params":{"path":"message.onChange","input":${input},"lastEventId":${lastEventId}}}`;
}

describe('a place to go on from that is none', () => {
  it.each(['"-1"', '"abc"', '"1.5"', '"99999999999"', '"\\u0000"', '""', `"${'9'.repeat(1000)}"`, '"__proto__"'])(
    '%.40s is BAD_REQUEST',
    async (lastEventId) => {
      expect(await answerTo(subscribe(lastEventId))).toBe('BAD_REQUEST');
    },
  );

  it('a number that the channel has not reached asks to read anew', async () => {
    const id = ++lastId;
    socket.send(subscribe('"2147483647"')(id));
    const { error } = await socket.frame((frame) => frame.id === id && frame.error !== undefined);
    expect(error?.data).toMatchObject({ code: 'PRECONDITION_FAILED', reason: 'RESYNC' });
  });
});

describe('a message that was made by hand', () => {
  it.each([
    ['keys that objects are made of', '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}'],
    ['a list', '[]'],
    ['a text', '"text"'],
    ['nothing', 'null'],
    ['a deep nest', `${'['.repeat(5_000)}${']'.repeat(5_000)}`],
    ['an operator', '{"id":{"$gt":""}}'],
  ])('with %s as its input is BAD_REQUEST, and changes no object', async (_, input) => {
    for (const path of ['message.get', 'message.list', 'account.me']) {
      const code = await answerTo((id) => `{"id":${id},"method":"query","params":{"path":"${path}","input":${input}}}`);
      const takesIt = path === 'account.me' && input === 'null';
      expect({ path, code }).toEqual({ path, code: takesIt ? 'data' : 'BAD_REQUEST' });
    }
    expect('polluted' in {}).toBe(false);
  });

  it.each(['__proto__', 'constructor', 'message', 'message.send.', '', '_def', 'message.__proto__'])(
    'to %j finds nothing',
    async (path) => {
      for (const method of ['query', 'mutation', 'subscription']) {
        const code = await answerTo((id) => JSON.stringify({ id, method, params: { path, input: {} } }));
        expect(code).toBe('NOT_FOUND');
      }
    },
  );

  it('is answered, and the socket goes on', async () => {
    const code = await answerTo((id) => JSON.stringify({ id, method: 'query', params: { path: 'account.me' } }));
    expect(code).toBe('data');
    expect(socket.closed).toBeNull();
  });
});
