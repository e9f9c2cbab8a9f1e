import { db } from '@parley/db/client';
import { useTestDatabase } from '@parley/db/testing/test-database';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { codesOf } from '../../test/codes.ts';
import { createTestRealtime } from '../../test/realtime.ts';
import { type Visitor, visit } from '../../test/visitor.ts';
import { makePerson, makeWorkspace, type Person } from '../../test/world.ts';
import { limits } from '../trpc/limits.ts';

useTestDatabase();

const password = 'a long quiet river';
let visitor: Visitor;
let count = 0;

function newcomer() {
  count += 1;
  return { email: `newcomer-${count}@example.com`, password, displayName: 'Grace Hopper' };
}

beforeEach(() => {
  vi.stubEnv('SIGNUP', 'open');
  visitor = visit(createTestRealtime());
});

describe('making an account', () => {
  it('lets the person sign in, with a handle from their name', async () => {
    const input = newcomer();
    expect(await visitor.auth.register({ ...input, email: ` ${input.email.toUpperCase()} ` })).toEqual({ ok: true });
    const { accessToken } = await visitor.auth.token({ email: input.email, password });
    const me = await visit(createTestRealtime(), { accessToken }).account.me();
    expect(me).toMatchObject({ email: input.email, displayName: 'Grace Hopper', kind: 'PERSON' });
    expect(me.handle).toMatch(/^grace\.hopper/);
  });

  it('gives everybody a handle of their own', async () => {
    const people = Array.from({ length: 12 }, newcomer);
    await Promise.all(people.map((input) => visit(createTestRealtime()).auth.register(input)));
    const found = await db().user.findMany({ where: { email: { in: people.map(({ email }) => email) } } });
    expect(found).toHaveLength(12);
    expect(new Set(found.map(({ handleKey }) => handleKey)).size).toBe(12);
  });

  it('answers the same for an address that is known, and changes nothing', async () => {
    const input = newcomer();
    const first = await visitor.auth.register(input);
    const before = await db().user.findUniqueOrThrow({ where: { email: input.email }, include: { credential: true } });
    const again = { ...input, password: 'another quiet river', displayName: 'Somebody Else' };
    expect(await visitor.auth.register(again)).toEqual(first);
    const after = await db().user.findUniqueOrThrow({ where: { email: input.email }, include: { credential: true } });
    expect(after).toEqual(before);
    await expect(visitor.auth.token({ email: input.email, password: again.password })).rejects.toThrow(/wrong/);
  });

  it('takes its time for both, so that it cannot be told by the clock', async () => {
    const input = newcomer();
    for (const _ of ['unknown', 'known']) {
      const start = performance.now();
      await visitor.auth.register(input);
      expect(performance.now() - start).toBeGreaterThan(395);
    }
  });

  it.each([
    [{ password: '1234567' }, 'password'],
    [{ password: 'password1' }, 'password'],
    [{ password: 'gracehopper' }, 'password'],
    [{ password: 'x'.repeat(1025) }, 'password'],
    [{ password: 'ok\ud800ok ok ok' }, 'password'],
    [{ email: 'nobody' }, 'email'],
    [{ email: `${'x'.repeat(250)}@example.com` }, 'email'],
    [{ displayName: '' }, 'displayName'],
    [{ displayName: ' \u200b ' }, 'displayName'],
    [{ displayName: '\u3164' }, 'displayName'],
    [{ displayName: 'Gra\u202ece' }, 'displayName'],
    [{ displayName: 'Gra\0ce' }, 'displayName'],
    [{ displayName: 'x'.repeat(81) }, 'displayName'],
  ])('refuses %j', async (wrong, field) => {
    const error: unknown = await visitor.auth.register({ ...newcomer(), ...wrong }).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code: 'BAD_REQUEST' });
    expect(JSON.stringify(error)).toContain(field);
  });

  it('refuses what nobody asked for', async () => {
    const sneaky = { ...newcomer(), emailVerified: true, role: 'OWNER' };
    await expect(visitor.auth.register(sneaky)).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });

  it('is limited by address and by account', async () => {
    const realtime = createTestRealtime();
    const crowd = visit(realtime, { address: '192.0.2.7' });
    const tooShort = { ...newcomer(), password: 'short' };
    await codesOf(Array.from({ length: limits.register.points }, () => crowd.auth.register(tooShort)));
    const limited = { code: 'TOO_MANY_REQUESTS', cause: { reason: 'RATE_LIMIT' } };
    await expect(crowd.auth.register(newcomer())).rejects.toMatchObject(limited);
    const elsewhere = visit(realtime, { address: '192.0.2.8' });
    await expect(elsewhere.auth.register(tooShort)).rejects.toMatchObject(limited);
    await elsewhere.auth.register(newcomer());
  });
});

describe('making an account on a server where one is invited', () => {
  let owner: Person;
  let workspaceId: string;

  beforeAll(async () => {
    const realtime = createTestRealtime();
    owner = await makePerson(realtime, 'Owner');
    workspaceId = (await makeWorkspace(owner)).id;
  });

  beforeEach(() => {
    vi.stubEnv('SIGNUP', 'invite');
  });

  async function invite(): Promise<{ id: string; token: string }> {
    const { id, url } = await owner.call.workspace.invite({ workspaceId, maxUses: 1 });
    return { id, token: url.slice(url.lastIndexOf('/') + 1) };
  }

  const closed = { code: 'FORBIDDEN', cause: { reason: 'SIGNUP_CLOSED' } };

  it('needs an invite', async () => {
    await expect(visitor.auth.register(newcomer())).rejects.toMatchObject(closed);
    const { token } = await invite();
    expect(await visitor.auth.register({ ...newcomer(), inviteToken: token })).toEqual({ ok: true });
  });

  it('needs one that works', async () => {
    const { id, token } = await invite();
    await expect(visitor.auth.register({ ...newcomer(), inviteToken: `${token}x` })).rejects.toMatchObject(closed);
    await owner.call.workspace.revokeInvite({ workspaceId, inviteId: id });
    await expect(visitor.auth.register({ ...newcomer(), inviteToken: token })).rejects.toMatchObject(closed);
  });

  it('says the same of known and unknown addresses', async () => {
    const known = owner.user.email ?? '';
    await expect(visitor.auth.register({ ...newcomer(), email: known })).rejects.toMatchObject(closed);
    const { token } = await invite();
    expect(await visitor.auth.register({ ...newcomer(), email: known, inviteToken: token })).toEqual({ ok: true });
  });
});
