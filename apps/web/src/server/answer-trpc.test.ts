import { revokeSessions } from '@parley/auth/sessions';
import { describe, expect, it } from 'vitest';
import { answerTrpc } from './answer-trpc.ts';
import { type Answer, ask, BASE, errorData, post, servePeople, signIn } from './testing/ask.ts';

servePeople();

describe('who is calling', () => {
  it('is read from the cookie, or from a token', async () => {
    const { userId, cookie, bearer } = await signIn();
    for (const headers of [cookie, bearer]) {
      const { status, body } = await ask('account.me', { headers });
      expect({ status, body }).toMatchObject({ status: 200, body: { result: { data: { id: userId } } } });
    }
  });

  it('is asked for', async () => {
    expect(await ask('account.me')).toMatchObject({ status: 401, body: errorData('UNAUTHORIZED') });
  });

  it('is nobody from the moment the session has ended', async () => {
    const { userId, cookie } = await signIn();
    expect((await ask('account.me', { headers: cookie })).status).toBe(200);
    await revokeSessions({ userId });
    expect((await ask('account.me', { headers: cookie })).status).toBe(401);
  });
});

describe('a mutation', () => {
  const name = { displayName: 'Ada' };

  it('is taken as JSON, by POST', async () => {
    const { cookie } = await signIn();
    expect(await post('account.update', name, cookie)).toMatchObject({ status: 200 });
    expect((await ask(`account.update?input=${JSON.stringify(name)}`, { headers: cookie })).status).toBe(405);
  });

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/jsonp',
    '',
  ])('is refused as "%s"', async (type) => {
    const { cookie } = await signIn();
    const answer = await post('account.update', name, { ...cookie, 'content-type': type });
    expect(answer).toMatchObject({ status: 415, body: errorData('UNSUPPORTED_MEDIA_TYPE') });
  });

  it.each([
    { 'sec-fetch-site': 'cross-site' },
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: 'http://chat.example.com' },
  ])('is refused from a page of others: %o', async (headers) => {
    const { cookie } = await signIn();
    const answer = await post('account.update', name, { ...cookie, host: 'chat.example.com:444', ...headers });
    expect(answer).toMatchObject({ status: 403, body: errorData('FORBIDDEN') });
  });

  it.each([
    { origin: 'https://chat.example.com', 'sec-fetch-site': 'same-origin' },
    { origin: 'http://127.0.0.1:3000', host: '127.0.0.1:3000' },
  ])('is taken from a page of ours: %o', async (headers) => {
    const { cookie } = await signIn();
    expect((await post('account.update', name, { ...cookie, ...headers })).status).toBe(200);
  });
});

describe('the body', () => {
  it('may hold 1 MiB', async () => {
    const { cookie } = await signIn();
    const padded = JSON.stringify({ displayName: 'Ada' }).padEnd(1024 * 1024, ' ');
    expect((await post('account.update', padded, cookie)).status).toBe(200);
    expect(await post('account.update', `${padded} `, cookie)).toMatchObject({
      status: 413,
      body: errorData('PAYLOAD_TOO_LARGE'),
    });
  });

  it('is counted as it comes, whatever it says of its length', async () => {
    const { cookie } = await signIn();
    let sent = 0;
    const body = new ReadableStream({
      pull(controller) {
        sent += 1;
        controller.enqueue(new Uint8Array(64 * 1024));
      },
    });
    const headers = { ...cookie, 'content-type': 'application/json', 'content-length': '2' };
    const init = { method: 'POST', body, headers, duplex: 'half' };
    const request = new Request(`${BASE}/account.update`, init);
    expect((await answerTrpc(request)).status).toBe(413);
    expect(sent).toBeLessThan(20);
  });

  it.each(['{', '', '[]', '"text"', '{"__proto__":{"admin":true}}', '{"constructor":{"prototype":{"admin":true}}}'])(
    'is refused as %s',
    async (text) => {
      const { cookie } = await signIn();
      expect((await post('account.update', text, cookie)).status).toBe(400);
      expect({}).not.toHaveProperty('admin');
    },
  );
});

describe('a batch', () => {
  const batchOf = (count: number) => `${Array(count).fill('account.me').join(',')}?batch=1`;

  it('may hold 20 calls', async () => {
    const { cookie } = await signIn();
    const { status, body } = await ask(batchOf(20), { headers: cookie });
    expect(status).toBe(200);
    expect(body).toHaveLength(20);
    const tooMany = await ask(batchOf(21), { headers: cookie });
    expect(tooMany).toMatchObject({ status: 400 });
    expect(tooMany.headers.get('content-type')).toBe('application/json');
  });

  it('is not a way round the number of calls', async () => {
    const { cookie } = await signIn();
    const one = await ask('account.me', { headers: cookie });
    const twenty = await ask(batchOf(20), { headers: cookie });
    const remaining = ({ headers }: Answer) => Number(headers.get('x-ratelimit-remaining'));
    expect(remaining(one) - remaining(twenty)).toBe(20);
  });
});

describe('a streamed batch', () => {
  const stream = (path: string, headers: Record<string, string> = {}) =>
    answerTrpc(new Request(`${BASE}/${path}?batch=1`, { headers: { ...headers, 'trpc-accept': 'application/jsonl' } }));

  it('says what its limit has left, as any other answer', async () => {
    const { cookie } = await signIn();
    const answer = await stream('account.me,account.me', cookie);
    expect(answer.headers.get('transfer-encoding')).toBe('chunked');
    expect(Number(answer.headers.get('x-ratelimit-limit'))).toBeGreaterThan(0);
    expect(Number(answer.headers.get('x-ratelimit-remaining'))).toBeGreaterThan(0);
    expect(Number(answer.headers.get('x-ratelimit-reset'))).toBeGreaterThan(0);
    expect(await answer.text()).toContain('"displayName"');
  });

  it.each(['no.such.thing', 'no.such.thing,account.me', 'account.me', 'user.get'])(
    'is answered where a call cannot be counted: %s',
    async (path) => {
      expect(await (await stream(path)).text()).toContain('"code"');
    },
  );
});

describe('nonsense', () => {
  it.each([
    'no.such.thing',
    '__proto__',
    'constructor',
    'account.me.more',
    'user.get?input={',
    'user.get,user.get?batch=1&input=7',
    'user.get?batch=1&input=[',
    '%00',
    '%E0%A4%A',
    ','.repeat(19).concat('?batch=1'),
  ])('%s is the client’s fault', async (path) => {
    const { cookie } = await signIn();
    const answer = await answerTrpc(new Request(`${BASE}/${path}`, { headers: cookie }));
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
  });
});

describe('headers', () => {
  it('keep answers out of caches, and name the request', async () => {
    const { cookie } = await signIn();
    for (const answer of [await ask('account.me', { headers: cookie }), await ask('account.me')]) {
      expect(answer.headers.get('cache-control')).toContain('no-store');
      expect(answer.headers.get('x-request-id')).toMatch(/^[\da-f-]{36}$/);
    }
    const refused = await ask('account.me');
    expect(refused.body).toMatchObject({ error: { data: { requestId: refused.headers.get('x-request-id') } } });
  });

  it('say what a limit has left, and when to come back', async () => {
    const { headers } = await ask('account.me', { headers: (await signIn()).cookie });
    expect(Number(headers.get('x-ratelimit-limit'))).toBeGreaterThan(0);
    expect(Number(headers.get('x-ratelimit-reset'))).toBeGreaterThan(0);
    const tries = { email: 'nobody@example.test', password: 'wrong password' };
    let last = await post('auth.token', tries);
    for (let count = 0; count < 12 && last.status !== 429; count += 1) last = await post('auth.token', tries);
    expect(last.status).toBe(429);
    expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(last.headers.get('x-ratelimit-remaining')).toBe('0');
  });
});
