import { once } from 'node:events';
import { createServer } from 'node:http';
import { servePeople, signIn } from '@parley/web/server/testing/ask';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerCalls } from './answer-calls.ts';

servePeople();

const server = createServer(answerCalls((_, response) => response.writeHead(404).end('from Next')));
let base: string;

beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  base = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const me = '/api/trpc/account.me';

describe('a call of the router', () => {
  it('is answered as it is through Next, and never kept or run', async () => {
    const { cookie, userId } = await signIn();
    const answer = await fetch(base + me, { headers: cookie });
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ result: { data: { id: userId } } });
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(answer.headers.get('x-request-id')).toMatch(/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/);
  });

  it('is refused with its status, also before its body is read', async () => {
    expect((await fetch(base + me)).status).toBe(401);
    const foreign = { 'content-type': 'application/json', origin: 'https://evil.example' };
    const send = { method: 'POST', headers: foreign, body: '{}' };
    expect((await fetch(`${base}/api/trpc/message.send`, send)).status).toBe(403);
    const long = JSON.stringify({ text: 'x'.repeat(1024 * 1024) });
    const headers = { 'content-type': 'application/json' };
    expect((await fetch(`${base}/api/trpc/auth.token`, { method: 'POST', headers, body: long })).status).toBe(413);
  });

  it('comes compressed when it is long and the asker takes that', async () => {
    const path = `/api/trpc/${Array.from({ length: 20 }, () => 'account.me').join(',')}?batch=1&input={}`;
    const { cookie } = await signIn();
    const ask = (encoding: string) => fetch(base + path, { headers: { ...cookie, 'accept-encoding': encoding } });
    const [short, plain] = [await ask('gzip, br'), await ask('identity')];
    expect(short.headers.get('content-encoding')).toBe('gzip');
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(await short.json()).toEqual(await plain.json());
  });

  it('streams its events as they come, until the asker goes', async () => {
    const { cookie, userId } = await signIn();
    const gone = new AbortController();
    const url = `${base}/api/trpc/presence.onChange?input=${JSON.stringify({ userIds: [userId] })}`;
    const answer = await fetch(url, { headers: { ...cookie, accept: 'text/event-stream' }, signal: gone.signal });
    const reader = answer.body?.getReader();
    expect(new TextDecoder().decode((await reader?.read())?.value)).toContain('connected');
    gone.abort();
    await expect(reader?.read()).rejects.toThrow('aborted');
  });
});

it.each(['/', '/w/northwind', '/api/auth/session', '/api/trpc'])('%s is left to Next', async (path) => {
  expect(await (await fetch(base + path)).text()).toBe('from Next');
});
