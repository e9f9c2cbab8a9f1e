import { useTestDatabase } from '@parley/db/testing/test-database';
import { userSignalSchema } from '@parley/realtime/signals';
import { userTopic } from '@parley/realtime/topics';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { codesOf } from '../../test/codes.ts';
import { createTestRealtime } from '../../test/realtime.ts';
import { type Visitor, visit } from '../../test/visitor.ts';
import { contextFor } from '../../test/world.ts';
import { createCallerFactory } from '../trpc/init.ts';
import { accountRouter } from './account.router.ts';

useTestDatabase();

const password = 'a long quiet river';
let realtime: ReturnType<typeof createTestRealtime>;
let email: string;
let me: Visitor;
let count = 0;

async function signIn(withPassword = password): Promise<Visitor> {
  const { accessToken } = await visit(realtime).auth.token({ email, password: withPassword });
  return visit(realtime, { accessToken });
}

/** What this person's devices are told, in order. */
function listen(userId: string): () => unknown[] {
  const told: unknown[] = [];
  realtime.hub.listen(userTopic(userId), (payload) => told.push(userSignalSchema.parse(JSON.parse(payload))));
  return () => told;
}

beforeEach(async () => {
  vi.stubEnv('SIGNUP', 'open');
  realtime = createTestRealtime();
  count += 1;
  email = `person-${count}@example.com`;
  await visit(realtime).auth.register({ email, password, displayName: `Person ${count}` });
  me = await signIn();
});

describe('one’s own account', () => {
  it('is for who is signed in', async () => {
    const nobody = createCallerFactory(accountRouter)(contextFor(realtime, null));
    const id = '01890000-0000-7000-8000-000000000000';
    const calls = [
      nobody.me(),
      nobody.update({ title: 'x' }),
      nobody.setStatus({ text: 'x' }),
      nobody.privacy(),
      nobody.setPrivacy({ readReceipts: false }),
      nobody.notifications(),
      nobody.setNotifications({ keywords: ['x'] }),
      nobody.sessions(),
      nobody.revokeSession({ id }),
      nobody.revokeOtherSessions(),
      nobody.changePassword({ currentPassword: password, newPassword: 'another quiet river' }),
    ];
    expect(calls).toHaveLength(Object.keys(accountRouter._def.procedures).length);
    expect(new Set(await codesOf(calls))).toEqual(new Set(['UNAUTHORIZED']));
  });

  it('shows what is theirs alone', async () => {
    expect(await me.account.me()).toMatchObject({ email, displayName: `Person ${count}`, locale: null, title: null });
  });
});

describe('changing one’s profile', () => {
  it('shows at once, and leaves alone what is not named', async () => {
    const changed = await me.account.update({
      displayName: ' Ada 👩🏽‍💻 ',
      handle: `@Ada-${count}`,
      title: 'Analyst',
      timezone: 'Europe/Berlin',
      locale: 'de-de',
    });
    expect(changed).toMatchObject({
      displayName: 'Ada 👩🏽‍💻',
      handle: `ada-${count}`,
      title: 'Analyst',
      timezone: 'Europe/Berlin',
      locale: 'de-DE',
    });
    expect(await me.account.me()).toEqual(changed);
    const cleared = await me.account.update({ title: null, locale: null });
    expect(cleared).toEqual({ ...changed, title: null, locale: null });
    expect(await me.account.me()).toEqual(cleared);
  });

  it('keeps handles apart that look alike', async () => {
    await me.account.update({ handle: `paypal.${count}` });
    const other = visit(realtime);
    const theirs = { email: `other-${count}@example.com`, password, displayName: 'Other' };
    await other.auth.register(theirs);
    const { accessToken } = await other.auth.token({ email: theirs.email, password });
    const them = visit(realtime, { accessToken });
    const taken = { code: 'CONFLICT', cause: { reason: 'HANDLE_TAKEN' } };
    for (const alike of ['PayPal', 'раураl', 'ｐaypal', 'paypa1', '𝐩aypal']) {
      await expect(them.account.update({ handle: `${alike}.${count}` })).rejects.toMatchObject(taken);
    }
    expect(await them.account.update({ handle: `paypals.${count}` })).toMatchObject({ handle: `paypals.${count}` });
    expect(await me.account.update({ handle: `PAYPAL.${count}` })).toMatchObject({ handle: `paypal.${count}` });
  });

  it.each([
    { handle: '' },
    { handle: 'here' },
    { handle: '.ada' },
    { handle: 'ada lovelace' },
    { handle: 'ada\u200bx' },
    { handle: 'a'.repeat(33) },
    { displayName: '   ' },
    { displayName: 'a\u202eb' },
    { timezone: 'Mars/Olympus' },
    { locale: 'not a locale' },
    { title: 'x'.repeat(81) },
    { email: 'other@example.com' },
    { deactivatedAt: null },
    { kind: 'BOT' },
  ])('refuses %j', async (wrong) => {
    await expect(me.account.update(wrong)).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });
});

describe('one’s own sessions', () => {
  it('are listed, and end one by one, with access and sockets', async () => {
    const { id: userId } = await me.account.me();
    const told = listen(userId);
    const phone = await signIn();
    const { items } = await me.account.sessions();
    expect(items).toHaveLength(2);
    expect(items.filter(({ current }) => current)).toHaveLength(1);
    const id = items.find(({ current }) => !current)?.id ?? '';
    expect(await me.account.revokeSession({ id })).toEqual({ id });
    await expect(phone.account.me()).rejects.toMatchObject({ code: 'UNAUTHORIZED' });
    await vi.waitFor(() => expect(told()).toEqual([{ type: 'signedOut', sessionIds: [id] }]));
    await expect(me.account.revokeSession({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('are nobody else’s to end', async () => {
    const { items } = await me.account.sessions();
    email = `stranger-${count}@example.com`;
    await visit(realtime).auth.register({ email, password, displayName: 'Stranger' });
    const stranger = await signIn();
    const id = items[0]?.id ?? '';
    const missing = '01890000-0000-7000-8000-000000000000';
    const refusals = [id, missing].map((sessionId) =>
      stranger.account.revokeSession({ id: sessionId }).catch((error: unknown) => JSON.stringify(error)),
    );
    const [foreign, unknown] = await Promise.all(refusals);
    expect(foreign).toBe(unknown);
    expect(foreign).toContain('NOT_FOUND');
    expect(await me.account.me()).toBeTruthy();
  });

  it('end all but this one', async () => {
    const others = [await signIn(), await signIn()];
    expect(await me.account.revokeOtherSessions()).toEqual({ endedSessions: 2 });
    for (const other of others) await expect(other.account.me()).rejects.toMatchObject({ code: 'UNAUTHORIZED' });
    expect((await me.account.sessions()).items).toHaveLength(1);
  });

  it('ends the one that asks, if it says so', async () => {
    const id = (await me.account.sessions()).items[0]?.id ?? '';
    await me.account.revokeSession({ id });
    await expect(me.account.me()).rejects.toMatchObject({ code: 'UNAUTHORIZED' });
  });
});

describe('changing one’s password', () => {
  const newPassword = 'another quiet river';

  it('signs out everywhere else, and only the new one works from then on', async () => {
    const { id: userId } = await me.account.me();
    const told = listen(userId);
    const phone = await signIn();
    expect(await me.account.changePassword({ currentPassword: password, newPassword })).toEqual({ endedSessions: 1 });
    await expect(phone.account.me()).rejects.toMatchObject({ code: 'UNAUTHORIZED' });
    await vi.waitFor(() => expect(told()).toMatchObject([{ type: 'signedOut' }]));
    expect(await me.account.me()).toMatchObject({ id: userId });
    await expect(signIn()).rejects.toMatchObject({ code: 'UNAUTHORIZED' });
    await signIn(newPassword);
  });

  it('needs the current one, and counts the tries', async () => {
    const wrong = { currentPassword: 'not my password', newPassword };
    for (let tries = 0; tries < 10; tries += 1) {
      await expect(me.account.changePassword(wrong)).rejects.toMatchObject({
        code: 'FORBIDDEN',
        cause: { reason: 'WRONG_PASSWORD' },
      });
    }
    const right = { currentPassword: password, newPassword };
    await expect(me.account.changePassword(right)).rejects.toMatchObject({ code: 'TOO_MANY_REQUESTS' });
    await signIn();
  });

  it.each(['short', 'password1', 'x'.repeat(1025)])('refuses %s as the new one', async (weak) => {
    const call = me.account.changePassword({ currentPassword: password, newPassword: weak });
    await expect(call).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    await signIn();
  });
});
