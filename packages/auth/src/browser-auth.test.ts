import { db } from '@parley/db/client';
import { pool } from '@parley/db/pool';
import { useTestDatabase } from '@parley/db/testing/test-database';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { authenticate } from './authenticate.ts';
import type { BrowserAuthHooks, SignInAttempt, SignInOutcome } from './browser-sign-in.ts';
import { listSessions, type NewSession } from './sessions.ts';
import { makePerson } from './testing/make-person.ts';
import { openBrowser } from './testing/open-browser.ts';

useTestDatabase();

const origin = 'https://chat.example.com';
let person: NewSession;
let outcome: SignInOutcome;
let attempts: SignInAttempt[];
let ended: string[];
let errors: Error[];

const hooks: BrowserAuthHooks = {
  signIn: async (attempt) => {
    attempts.push(attempt);
    return outcome;
  },
  onSessionsEnded: async (sessions) => {
    ended.push(...sessions.map(({ id }) => id));
  },
  onError: (error) => {
    errors.push(error);
  },
  signInPage: '/sign-in',
};

const makeBrowser = (extra?: Record<string, string>) => openBrowser(hooks, extra);

/** All that `/api/auth/session` may say. */
const publishedSession = z.strictObject({
  expires: z.iso.datetime(),
  user: z.strictObject({ id: z.uuid(), name: z.string(), email: z.email(), image: z.null() }),
});

function destination(response: Response): string {
  return new URL(response.headers.get('location') ?? 'about:blank', origin).href;
}

beforeEach(async () => {
  vi.stubEnv('AUTH_SECRET', 'a secret of at least thirty-two characters');
  vi.stubEnv('PUBLIC_URL', origin);
  person = await makePerson();
  outcome = { kind: 'welcome', userId: person.userId };
  [attempts, ended, errors] = [[], [], []];
});

describe('signing in through next-auth', () => {
  it('sets our session cookie, out of reach of scripts', async () => {
    const browser = makeBrowser();
    const response = await browser.signIn({ callbackUrl: '/general?at=7' });
    expect(response.status).toBe(302);
    expect(response.headers.get('location')).toBe(`${origin}/general?at=7`);
    const line = response.headers.getSetCookie().find((cookie) => cookie.startsWith('__Host-session='));
    expect(line).toMatch(/Path=\/;/);
    expect(line).toMatch(/HttpOnly/);
    expect(line).toMatch(/Secure/);
    expect(line).toMatch(/SameSite=Lax/);
    expect(line).not.toMatch(/Domain/);
    const caller = await authenticate({
      cookie: `__Host-session=${browser.jar.get('__Host-session')}`,
      authorization: null,
    });
    expect(caller?.user.id).toBe(person.userId);
    expect(attempts).toEqual([{ email: 'ada@example.com', password: 'a long quiet river', address: '2001:db8::/64' }]);
    expect(await listSessions(person.userId)).toMatchObject([{ device: 'my-browser', ip: '2001:db8::7' }]);
  });

  it('uses a plain cookie over plain http', async () => {
    vi.stubEnv('PUBLIC_URL', 'http://localhost:3000');
    const browser = makeBrowser();
    const response = await browser.signIn();
    const line = response.headers.getSetCookie().find((cookie) => cookie.startsWith('parley.session='));
    expect(line).toMatch(/HttpOnly/);
    expect(line).not.toMatch(/Secure/);
  });

  it('never says the token or the row in a body', async () => {
    const browser = makeBrowser();
    await browser.signIn();
    const body = await (await browser.ask('/api/auth/session')).text();
    expect(publishedSession.parse(JSON.parse(body)).user.id).toBe(person.userId);
    expect(body).not.toContain(browser.jar.get('__Host-session'));
  });

  it('refuses quietly, without a session', async () => {
    outcome = { kind: 'refused' };
    const browser = makeBrowser();
    const response = await browser.signIn();
    expect(response.headers.get('location')).toBe(`${origin}/sign-in?error=CredentialsSignin&code=credentials`);
    expect(browser.jar.has('__Host-session')).toBe(false);
    expect(await db().session.count({ where: { userId: person.userId } })).toBe(0);
    expect(errors).toEqual([]);
  });

  it('says 429 or 503, and when to come again, instead of looking at the attempt', async () => {
    outcome = { kind: 'later', status: 429, retryAfterSeconds: 77 };
    const limited = await makeBrowser().signIn();
    expect(limited.status).toBe(429);
    expect(limited.headers.get('retry-after')).toBe('77');
    expect(await limited.json()).toMatchObject({ reason: 'RATE_LIMIT', retryAfter: 77 });
    outcome = { kind: 'later', status: 503, retryAfterSeconds: 2 };
    expect((await makeBrowser().signIn()).status).toBe(503);
  });

  it('wants the CSRF token that belongs to the cookie', async () => {
    const browser = makeBrowser();
    await browser.signIn({ csrfToken: await makeBrowser().csrfToken() });
    await makeBrowser().ask('/api/auth/callback/credentials', { email: 'a@example.com', password: 'whatever it is' });
    expect(attempts).toEqual([]);
    expect(browser.jar.has('__Host-session')).toBe(false);
  });

  it('refuses what another site sends', async () => {
    for (const extra of [{ 'sec-fetch-site': 'cross-site' }, { origin: 'https://evil.example' }, { origin: 'null' }]) {
      expect((await makeBrowser(extra).signIn()).status).toBe(403);
    }
    expect((await makeBrowser({ origin, 'sec-fetch-site': 'same-origin' }).signIn()).status).toBe(302);
  });

  it('ends the session that the browser came with', async () => {
    const browser = makeBrowser();
    await browser.signIn();
    const before = browser.jar.get('__Host-session');
    const [first] = await listSessions(person.userId);
    await browser.signIn();
    expect(browser.jar.get('__Host-session')).not.toBe(before);
    expect(ended).toEqual([first?.id]);
    expect(await authenticate({ cookie: `__Host-session=${before}`, authorization: null })).toBeNull();
  });

  it.each(['https://evil.example/x', '//evil.example', '/\\evil.example', 'javascript:alert(1)', 'http://[', ''])(
    'goes to / instead of %j',
    async (callbackUrl) => {
      const browser = makeBrowser();
      expect(destination(await browser.signIn({ callbackUrl }))).toBe(`${origin}/`);
      const query = new URLSearchParams({ callbackUrl }).toString();
      const page = await browser.ask(`/api/auth/signin?${query}`);
      expect(destination(page)).toBe(`${origin}/sign-in?callbackUrl=${encodeURIComponent(`${origin}/`)}`);
      expect(errors).toEqual([]);
    },
  );

  it('answers malformed requests without a server error', async () => {
    const browser = makeBrowser({ 'content-type': 'application/json' });
    expect((await browser.ask('/api/auth/callback/credentials', '{"broken')).status).toBe(400);
    expect((await browser.ask('/api/auth/nothing')).status).toBe(400);
    expect((await browser.ask('/api/auth/callback/credentials', 'x'.repeat(20_000))).status).toBe(413);
    const csrfToken = await browser.csrfToken();
    const odd = { csrfToken, email: { contains: '@' }, password: ['x'], callbackUrl: { a: 1 } };
    const response = await browser.ask('/api/auth/callback/credentials', JSON.stringify(odd));
    expect(response.headers.get('location')).toMatch(/error=CredentialsSignin/);
    browser.jar.set('__Secure-authjs.callback-url', 'http://[');
    expect((await browser.ask('/api/auth/csrf')).status).toBe(200);
    expect(attempts).toEqual([]);
    expect(errors).toEqual([]);
  });
});

describe('signing out through next-auth', () => {
  it('deletes the session and tells of it', async () => {
    const browser = makeBrowser();
    await browser.signIn();
    const cookie = `__Host-session=${browser.jar.get('__Host-session')}`;
    const [session] = await listSessions(person.userId);
    const response = await browser.ask('/api/auth/signout', { csrfToken: await browser.csrfToken() });
    expect(response.status).toBe(302);
    expect(response.headers.get('clear-site-data')).toBe('"cache", "storage"');
    expect(browser.jar.has('__Host-session')).toBe(false);
    expect(ended).toEqual([session?.id]);
    expect(await authenticate({ cookie, authorization: null })).toBeNull();
    expect(await (await browser.ask('/api/auth/session')).json()).toBeNull();
  });
});

describe('while the database does not answer', () => {
  const outage = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });

  it('a session is neither confirmed nor denied, and keeps its cookie', async () => {
    const browser = makeBrowser();
    await browser.signIn({ callbackUrl: '/' });
    const broken = vi.spyOn(pool(), 'connect').mockImplementation(() => {
      throw outage;
    });
    const answer = await browser.ask('/api/auth/session');
    broken.mockRestore();
    expect(answer.status).toBe(503);
    expect(answer.headers.get('retry-after')).toBe('2');
    expect(answer.headers.getSetCookie()).toEqual([]);
    expect((await browser.ask('/api/auth/session')).status).toBe(200);
  });
});
