import { request } from 'node:http';
import { limits as limitTable } from '@parley/api/trpc/limits';
import { revokeSessions } from '@parley/auth/sessions';
import { issueTicket } from '@parley/auth/ws-ticket';
import { useTestDatabase } from '@parley/db/testing/test-database';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openRaw, Refused } from '../test/raw-socket.ts';
import { smallRouter } from '../test/small-router.ts';
import { startTestServer, type TestServer } from '../test/test-server.ts';
import { signInBrowser, signInProgram } from '../test/visitors.ts';

useTestDatabase();

const limits = { firstMessageMs: 300, beatMs: 20, socketsPerUser: 3 };
const echo = { id: 1, method: 'query', params: { path: 'echo' } };
let server: TestServer;
let url: string;
let home: string;

beforeAll(async () => {
  process.env.PUBLIC_URL = 'https://chat.example.com';
  process.env.WS_ORIGINS = 'https://chat.example.org';
  server = await startTestServer({ router: smallRouter, createContext: () => ({}), limits });
  url = server.url;
  home = `http://127.0.0.1:${server.port}`;
});
afterAll(() => server.stop());

async function refusal(headers: Record<string, string>, at = url): Promise<number | undefined> {
  const answer = await openRaw(at, { headers }).catch((error: unknown) => error);
  if (answer instanceof Refused) return answer.status;
  throw new Error('It was not refused.', { cause: answer });
}

describe('the path', () => {
  it.each(['/', '/ws/', '/wsx', '/ws/more', '/api/trpc', '//ws', '/%77s'])('refuses %s', async (path) => {
    const { authorization } = await signInProgram();
    expect(await refusal({ authorization }, `${url.replace('/ws', path)}`)).toBe(404);
  });

  it('answers a handshake that is none with an error', async () => {
    const { authorization } = await signInProgram();
    const status = await new Promise((resolve, reject) => {
      request(`${home}/ws`, { headers: { authorization, connection: 'Upgrade', upgrade: 'websocket' } })
        .on('response', (response) => resolve(response.statusCode))
        .on('error', reject)
        .end();
    });
    expect(status).toBe(400);
  });
});

describe('a credential', () => {
  it('is asked for', async () => {
    expect(await refusal({})).toBe(401);
    expect(await refusal({ authorization: 'Bearer parley_at_nonsense' })).toBe(401);
    expect(await refusal({ cookie: '__Host-session=nonsense', origin: 'https://chat.example.com' })).toBe(401);
  });

  it('may be the cookie, on a page of ours', async () => {
    const { cookie } = await signInBrowser();
    for (const origin of ['https://chat.example.com', 'https://chat.example.org', home]) {
      const socket = await openRaw(url, { headers: { cookie, origin } });
      socket.send(echo);
      expect(await socket.frame(({ id }) => id === 1)).toMatchObject({ result: { data: { input: null } } });
      socket.ws.close();
    }
  });

  it('may be a token, from anywhere', async () => {
    const { authorization } = await signInProgram();
    const socket = await openRaw(url, { headers: { authorization } });
    socket.send(echo);
    expect(await socket.frame(({ id }) => id === 1)).toMatchObject({ result: { type: 'data' } });
    socket.ws.close();
  });

  it('is dead when its session is', async () => {
    const { userId, sessionId, cookie } = await signInBrowser();
    await revokeSessions({ userId, sessionId });
    expect(await refusal({ cookie, origin: home })).toBe(401);
  });
});

describe('a cookie on a page of others', () => {
  it.each([
    'https://evil.example',
    'http://chat.example.com',
    'https://chat.example.com.evil.example',
    'null',
    'nonsense',
  ])('is refused for %s', async (origin) => {
    const { cookie } = await signInBrowser();
    expect(await refusal({ cookie, origin })).toBe(403);
    expect(await refusal({ cookie, origin }, `${url}?connectionParams=1`)).toBe(403);
  });

  it('is refused when nobody says which page it is', async () => {
    const { cookie } = await signInBrowser();
    expect(await refusal({ cookie })).toBe(403);
  });
});

describe('a ticket in the first message', () => {
  const at = () => `${url}?connectionParams=1`;
  const params = (ticket: unknown) => ({ method: 'connectionParams', data: { ticket } });

  it('opens a socket once, and calls may follow at once', async () => {
    const ticket = await issueTicket((await signInBrowser()).sessionId);
    const socket = await openRaw(at(), { headers: { origin: 'https://chat.example.com' } });
    socket.send(params(ticket));
    socket.send(echo);
    expect(await socket.frame(({ id }) => id === 1)).toMatchObject({ result: { type: 'data' } });
    const second = await openRaw(at());
    second.send(params(ticket));
    second.send(echo);
    expect(await second.closeCode()).toBe(4401);
    expect(second.frames).toEqual([]);
    socket.ws.close();
  });

  it.each([
    ['nonsense', params('nonsense')],
    ['a number', params(7)],
    ['none', { method: 'connectionParams', data: null }],
    ['a call instead', echo],
    ['no JSON', '{'],
  ])('closes the socket when it is %s', async (_name, message) => {
    const socket = await openRaw(at());
    socket.send(message);
    expect(await socket.closeCode()).toBe(4401);
  });

  it('may be missing on a page of ours whose cookie says enough', async () => {
    const { cookie } = await signInBrowser();
    const socket = await openRaw(at(), { headers: { cookie, origin: home } });
    socket.send({ method: 'connectionParams', data: null });
    socket.send(echo);
    expect(await socket.frame(({ id }) => id === 1)).toMatchObject({ result: { type: 'data' } });
    socket.ws.close();
  });

  it('is refused on a page of others', async () => {
    expect(await refusal({ origin: 'https://evil.example' }, at())).toBe(403);
  });
});

describe('silence', () => {
  it('ends a socket that does not say who it is', async () => {
    const socket = await openRaw(`${url}?connectionParams=1`);
    socket.send('PING');
    expect(await socket.closeCode()).toBe(4401);
  });

  it('ends a socket that is known but says nothing', async () => {
    const { authorization } = await signInProgram();
    const socket = await openRaw(url, { headers: { authorization } });
    expect(await socket.closeCode()).toBe(4408);
  });
});

describe("one person's sockets", () => {
  it('are limited, and a closed one makes room', async () => {
    const { cookie, sessionId } = await signInBrowser();
    const headers = { cookie, origin: home };
    const sockets = await Promise.all([1, 2, 3].map(() => openRaw(url, { headers })));
    for (const socket of sockets) socket.send(echo);
    expect(await refusal(headers)).toBe(429);

    const bearer = await openRaw(`${url}?connectionParams=1`);
    bearer.send({ method: 'connectionParams', data: { ticket: await issueTicket(sessionId) } });
    expect(await bearer.closeCode()).toBe(4429);

    sockets[0]?.ws.close();
    await sockets[0]?.closeCode();
    const again = await openRaw(url, { headers });
    again.send(echo);
    await again.frame(({ id }) => id === 1);
    for (const socket of [...sockets, again]) socket.ws.close();
  });
});

describe('an address that fails again and again', () => {
  const from = (address: string) => ({ 'x-forwarded-for': address });
  const { points } = limitTable.upgrade;

  beforeAll(() => {
    process.env.TRUSTED_PROXIES = '1';
  });
  afterAll(() => {
    process.env.TRUSTED_PROXIES = '';
  });

  async function failures(count: number, headers: (turn: number) => Record<string, string>): Promise<unknown[]> {
    return Promise.all(Array.from({ length: count }, (_, turn) => refusal(headers(turn))));
  }

  it('is told to wait, and others of its network with it', async () => {
    const bad = { authorization: 'Bearer parley_at_nonsense' };
    const statuses = await failures(points, (turn) => ({
      ...bad,
      ...from(`2001:db8:1:2::${(turn + 1).toString(16)}`),
    }));
    expect(new Set(statuses)).toEqual(new Set([401]));
    const answer = await openRaw(url, { headers: { ...bad, ...from('2001:db8:1:2:ffff::1') } }).catch((error) => error);
    expect(answer).toMatchObject({ status: 429 });
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
    expect(await refusal({ ...bad, ...from('2001:db8:1:3::1') })).toBe(401);
  });

  it('is told so for a page of others as well', async () => {
    const { cookie } = await signInBrowser();
    const foreign = { cookie, origin: 'https://evil.example', ...from('192.0.2.7') };
    expect(new Set(await failures(points, () => foreign))).toEqual(new Set([403]));
    expect(await refusal(foreign)).toBe(429);
  });

  it('counts what its proxy says of it, and not what it says itself', async () => {
    const statuses = await failures(points + 1, (turn) => from(`198.51.100.${turn}, 192.0.2.8`));
    expect(statuses.filter((status) => status === 429)).toHaveLength(1);
  });

  it('is not in the way of who has a good credential', async () => {
    await failures(points + 1, () => from('192.0.2.9'));
    const { authorization } = await signInProgram();
    const socket = await openRaw(url, { headers: { authorization, ...from('192.0.2.9') } });
    socket.send(echo);
    expect(await socket.frame(({ id }) => id === 1)).toMatchObject({ result: { type: 'data' } });
    socket.ws.close();
  });

  it('is the same for tickets that are none', async () => {
    const headers = from('192.0.2.10');
    await failures(points - 1, () => headers);
    for (let turn = 0; turn < 2; turn += 1) {
      const socket = await openRaw(`${url}?connectionParams=1`, { headers });
      socket.send({ method: 'connectionParams', data: { ticket: 'nonsense' } });
      expect(await socket.closeCode()).toBe(4401);
    }
    expect(await refusal(headers, `${url}?connectionParams=1`)).toBe(429);
  });
});
