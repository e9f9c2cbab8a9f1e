import { once } from 'node:events';
import { connect } from 'node:net';
import { closePool, connectTo } from '@parley/db/pool';
import { createTestDatabase } from '@parley/db/testing/test-database';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { createHttpFront, type HttpFront, type Rooms } from './http-front.ts';

let drop: () => Promise<void>;
let front: HttpFront;
let port: number;

beforeAll(async () => {
  ({ drop } = await createTestDatabase());
});

afterAll(() => drop());

beforeEach(async () => {
  front = createHttpFront();
  port = await front.listen(0, '127.0.0.1');
});

afterEach(() => front.close(100));

const rooms: Rooms = {
  request: (_request, response) => {
    response.end('from the app');
  },
  upgrade: (_request, socket) => {
    socket.end('HTTP/1.1 101 Switching Protocols\r\n\r\n');
  },
};

async function ask(path: string): Promise<{ status: number; text: string }> {
  const response = await fetch(`http://127.0.0.1:${port}${path}`);
  return { status: response.status, text: await response.text() };
}

/** Sends raw bytes and answers all that comes back until the end. */
async function sendRaw(bytes: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  let answer = '';
  socket.setEncoding('utf8').on('data', (chunk: string) => {
    answer += chunk;
  });
  socket.on('error', () => {});
  socket.write(bytes);
  await once(socket, 'close');
  return answer;
}

const upgradeRequest = 'GET /ws HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n';

test('until there is something behind it, it lives, is not ready and asks to come back', async () => {
  expect(await ask('/health/live')).toMatchObject({ status: 200 });
  expect(await ask('/health/ready')).toMatchObject({ status: 503, text: '{"status":"starting"}' });
  expect(await ask('/')).toMatchObject({ status: 503 });
  expect(await sendRaw(upgradeRequest)).toMatch(/^HTTP\/1\.1 503 /);
});

test('once open, requests and upgrades reach the rooms, and it is ready', async () => {
  front.open(rooms);
  expect(await ask('/any')).toEqual({ status: 200, text: 'from the app' });
  expect(await ask('/health/ready')).toMatchObject({ status: 200 });
  expect(await ask('/healthy')).toMatchObject({ text: 'from the app' });
  expect(await sendRaw(upgradeRequest)).toMatch(/^HTTP\/1\.1 101 /);
});

test('without its database it lives, and is not ready', async () => {
  front.open(rooms);
  await closePool();
  connectTo('postgresql://nobody@127.0.0.1:1/nothing');
  expect(await ask('/health/ready')).toMatchObject({ status: 503, text: '{"status":"unavailable","database":false}' });
  expect(await ask('/health/live')).toMatchObject({ status: 200 });
  await closePool();
});

test('a header of more than 16 KiB is refused', async () => {
  front.open(rooms);
  expect(await sendRaw(`GET / HTTP/1.1\r\nHost: x\r\nCookie: ${'a'.repeat(17_000)}\r\n\r\n`)).toMatch(
    /^HTTP\/1\.1 431 /,
  );
});

test('closing waits for an answer that is under way, and takes nothing new', async () => {
  let finish = () => {};
  front.open({
    ...rooms,
    request: (_request, response) => {
      finish = () => response.end('late, but whole');
      response.write('...');
    },
  });
  const response = await fetch(`http://127.0.0.1:${port}/slow`);
  const closed = front.close(10_000);
  await expect(ask('/')).rejects.toThrow('fetch failed');
  finish();
  expect(await response.text()).toBe('...late, but whole');
  await closed;
});

test('closing cuts what does not end', async () => {
  front.open({ ...rooms, request: (_request, response) => void response.write('for ever') });
  const response = await fetch(`http://127.0.0.1:${port}/endless`);
  await front.close(50);
  await expect(response.text()).rejects.toThrow('terminated');
});

test('a port that is taken rejects', async () => {
  await expect(createHttpFront().listen(port, '127.0.0.1')).rejects.toMatchObject({ code: 'EADDRINUSE' });
});
