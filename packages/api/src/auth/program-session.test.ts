import { recheckSession } from '@parley/auth/authenticate';
import { redeemTicket } from '@parley/auth/ws-ticket';
import { db } from '@parley/db/client';
import { useTestDatabase } from '@parley/db/testing/test-database';
import { userSignalSchema } from '@parley/realtime/signals';
import { userTopic } from '@parley/realtime/topics';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createTestRealtime } from '../../test/realtime.ts';
import { type Visitor, visit } from '../../test/visitor.ts';
import { signInBrowser } from './sign-in-browser.ts';

useTestDatabase();

const ada = { email: 'ada@example.com', password: 'a long quiet river', displayName: 'Ada Lovelace' };
const wrong = { code: 'UNAUTHORIZED', cause: { reason: 'CREDENTIALS' } };
const { email, password } = ada;
let realtime: ReturnType<typeof createTestRealtime>;
let visitor: Visitor;

beforeAll(async () => {
  vi.stubEnv('SIGNUP', 'open');
  await visit(createTestRealtime()).auth.register(ada);
});

beforeEach(() => {
  realtime = createTestRealtime();
  visitor = visit(realtime);
});

async function userId(): Promise<string> {
  return (await db().user.findUniqueOrThrow({ where: { email } })).id;
}

describe('signing a program in', () => {
  it('hands out tokens, and shows in the list of sessions', async () => {
    const tokens = await visit(realtime, { userAgent: 'my-bot/2.0' }).auth.token({ email, password });
    expect(tokens.expiresIn).toBe(900);
    const signedIn = visit(realtime, { accessToken: tokens.accessToken });
    expect(await signedIn.account.me()).toMatchObject({ displayName: 'Ada Lovelace' });
    const { items } = await signedIn.account.sessions();
    expect(items.filter(({ current }) => current)).toMatchObject([
      { device: 'my-bot', ip: '192.0.2.1', kind: 'PROGRAM' },
    ]);
  });

  it('answers a wrong password, an unknown address and a deactivated person alike', async () => {
    const answers = [
      { email, password: 'another quiet river' },
      { email: 'nobody@example.com', password },
    ].map((input) => visitor.auth.token(input).catch((error: unknown) => JSON.stringify(error)));
    const [wrongPassword, unknown] = await Promise.all(answers);
    expect(wrongPassword).toBe(unknown);
    await expect(visitor.auth.token({ email, password: '' })).rejects.toMatchObject(wrong);
    await db().user.update({ where: { email }, data: { deactivatedAt: new Date() } });
    await expect(visitor.auth.token({ email, password })).rejects.toMatchObject(wrong);
    await db().user.update({ where: { email }, data: { deactivatedAt: null } });
  });

  it.each([
    { email: { contains: '@' }, password },
    { email, password: ['a'] },
    { email },
    { email, password, admin: true },
  ])('refuses %j as input', async (input) => {
    await expect(Reflect.apply(visitor.auth.token, null, [input])).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });

  it('stops after ten wrong passwords for an account, from wherever they come', async () => {
    for (let tries = 0; tries < 10; tries += 1) {
      const somewhere = visit(realtime, { address: `192.0.2.${tries}` });
      await expect(somewhere.auth.token({ email, password: 'wrong wrong' })).rejects.toMatchObject(wrong);
    }
    const limited = await visitor.auth.token({ email, password }).catch((error: unknown) => error);
    expect(limited).toMatchObject({ code: 'TOO_MANY_REQUESTS', cause: { reason: 'RATE_LIMIT' } });
    expect(limited).toHaveProperty('cause.details.retryAfter');
  });

  it('stops after thirty wrong passwords from one address, whatever the accounts', async () => {
    for (let tries = 0; tries < 30; tries += 1) {
      const input = { email: `nobody-${tries}@example.com`, password: 'wrong wrong' };
      await expect(visitor.auth.token(input)).rejects.toMatchObject(wrong);
    }
    await expect(visitor.auth.token({ email, password })).rejects.toMatchObject({ code: 'TOO_MANY_REQUESTS' });
    await visit(realtime, { address: '192.0.2.99' }).auth.token({ email, password });
  });

  it('does not count those who know their password', async () => {
    for (let times = 0; times < 12; times += 1) await visitor.auth.token({ email, password });
    expect(await visitor.auth.token({ email, password })).toHaveProperty('accessToken');
  });

  it('renews a hash of older parameters', async () => {
    const id = await userId();
    const older = '$argon2id$v=19$m=19456,t=2,p=1$nYgeEcJiUj7hNhJ6VgbZDw$YpOWkz31f6Eley/QoK5c7HMeMG9T6rjurxxuxZt6+jQ';
    await db().credential.update({ where: { userId: id }, data: { passwordHash: older } });
    await visitor.auth.token({ email, password });
    const { passwordHash } = await db().credential.findUniqueOrThrow({ where: { userId: id } });
    expect(passwordHash).toMatch(/\$m=47104,t=1,p=1\$/);
    await visitor.auth.token({ email, password });
  });
});

describe('refresh tokens', () => {
  it('rotate, and take the whole session with them when a used one comes again', async () => {
    const id = await userId();
    const first = await visitor.auth.token({ email, password });
    const second = await visitor.auth.refresh({ refreshToken: first.refreshToken });
    expect(await visit(realtime, { accessToken: second.accessToken }).account.me()).toMatchObject({ id });
    const told = new Promise<string>((resolve) => void realtime.hub.listen(userTopic(id), resolve));
    const reused = { code: 'UNAUTHORIZED', cause: { reason: 'REFRESH_TOKEN' } };
    await expect(visitor.auth.refresh({ refreshToken: first.refreshToken })).rejects.toMatchObject(reused);
    expect(userSignalSchema.parse(JSON.parse(await told))).toMatchObject({ type: 'signedOut' });
    await expect(visitor.auth.refresh({ refreshToken: second.refreshToken })).rejects.toMatchObject(reused);
    const dead = visit(realtime, { accessToken: second.accessToken });
    await expect(dead.account.me()).rejects.toMatchObject({ code: 'UNAUTHORIZED' });
  });

  it('end with `revoke`, which says nothing of unknown ones', async () => {
    const { accessToken, refreshToken } = await visitor.auth.token({ email, password });
    expect(await visitor.auth.revoke({ refreshToken })).toEqual({ ok: true });
    await expect(visit(realtime, { accessToken }).account.me()).rejects.toMatchObject({ code: 'UNAUTHORIZED' });
    expect(await visitor.auth.revoke({ refreshToken })).toEqual({ ok: true });
  });
});

describe('a socket ticket', () => {
  it('is for who is signed in, and leads to their session', async () => {
    await expect(visitor.auth.wsTicket()).rejects.toMatchObject({ code: 'UNAUTHORIZED' });
    const { accessToken } = await visitor.auth.token({ email, password });
    const { ticket } = await visit(realtime, { accessToken }).auth.wsTicket();
    const caller = await recheckSession((await redeemTicket(ticket)) ?? '');
    expect(caller?.user.id).toBe(await userId());
  });
});

describe('signing in with a browser', () => {
  const address = '192.0.2.1';

  it('welcomes, refuses, and says later, by the same rules', async () => {
    expect(await signInBrowser(realtime, { email: ' Ada@Example.com', password, address })).toEqual({
      kind: 'welcome',
      userId: await userId(),
    });
    const refused = { kind: 'refused' };
    expect(await signInBrowser(realtime, { email: 'not an address', password, address })).toEqual(refused);
    for (let tries = 0; tries < 10; tries += 1) {
      expect(await signInBrowser(realtime, { email, password: 'wrong wrong', address })).toEqual(refused);
    }
    expect(await signInBrowser(realtime, { email, password, address })).toMatchObject({ kind: 'later', status: 429 });
    await expect(visitor.auth.token({ email, password })).rejects.toMatchObject({ code: 'TOO_MANY_REQUESTS' });
  });
});
