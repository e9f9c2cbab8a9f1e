import { db } from '@parley/db/client';
import { pool } from '@parley/db/pool';
import { useTestDatabase } from '@parley/db/testing/test-database';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { authenticate, recheckSession } from './authenticate.ts';
import { forgetUser } from './caller-cache.ts';
import { findLiveSessions } from './find-caller.ts';
import { createBrowserSession, listSessions, type NewSession, revokeBrowserToken, revokeSessions } from './sessions.ts';
import { makePerson } from './testing/make-person.ts';

useTestDatabase();

let person: NewSession;

beforeEach(async () => {
  vi.stubEnv('AUTH_SECRET', 'a secret of at least thirty-two characters');
  vi.stubEnv('PUBLIC_URL', '');
  vi.stubEnv('REDIS_URL', '');
  person = await makePerson();
});

function withCookie(token: string) {
  return authenticate({ cookie: `theme=dark; parley.session=${token}`, authorization: null });
}

/** Moves a session into its past: the database's clock is the only one that counts. */
async function age(sessionId: string, interval: string): Promise<void> {
  await pool().query(
    `UPDATE "Session" SET "createdAt" = "createdAt" - $2::interval, "lastActiveAt" = "lastActiveAt" - $2::interval,
      expires = expires - $2::interval, "endsAt" = "endsAt" - $2::interval WHERE id = $1`,
    [sessionId, interval],
  );
}

describe('a browser session', () => {
  it('tells who is calling, by cookie and by its id', async () => {
    const { token, session } = await createBrowserSession(person);
    const caller = await withCookie(token);
    expect(caller?.user).toMatchObject({ id: person.userId, displayName: 'Ada Lovelace', kind: 'PERSON' });
    expect(caller?.session).toMatchObject({ id: session.id, kind: 'BROWSER', userId: person.userId });
    expect((await recheckSession(session.id))?.user.id).toBe(person.userId);
  });

  it('is stored as a hash alone', async () => {
    const { token, session } = await createBrowserSession(person);
    const row = await db().session.findUniqueOrThrow({ where: { id: session.id } });
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(JSON.stringify(row)).not.toContain(token);
    expect(await withCookie(row.tokenHash ?? '')).toBeNull();
  });

  it('is nobody for an unknown, an empty or an enormous token', async () => {
    for (const token of ['', 'x', 'x'.repeat(5000), "' OR 1=1"]) expect(await withCookie(token)).toBeNull();
    expect(await authenticate({ cookie: null, authorization: null })).toBeNull();
  });

  it('answers to its own cookie name only', async () => {
    const { token } = await createBrowserSession(person);
    expect(await authenticate({ cookie: `other=${token}`, authorization: null })).toBeNull();
    vi.stubEnv('PUBLIC_URL', 'https://chat.example.com');
    expect(await withCookie(token)).toBeNull();
    const caller = await authenticate({ cookie: `__Host-session=${token}`, authorization: null });
    expect(caller?.user.id).toBe(person.userId);
  });

  it('ends at once when it is revoked, though it was asked for a moment ago', async () => {
    const { token, session } = await createBrowserSession(person);
    await Promise.all([withCookie(token), recheckSession(session.id)]);
    expect(await revokeSessions({ userId: person.userId, sessionId: session.id })).toEqual([
      { id: session.id, userId: person.userId },
    ]);
    expect(await withCookie(token)).toBeNull();
    expect(await recheckSession(session.id)).toBeNull();
  });

  it('is not kept by a look-up that was under way while it was revoked', async () => {
    const { token, session } = await createBrowserSession(person);
    await Promise.all([withCookie(token), revokeSessions({ userId: person.userId })]);
    expect(await withCookie(token)).toBeNull();
    expect(await recheckSession(session.id)).toBeNull();
  });

  it('is asked for once by many calls of one moment', async () => {
    const { token } = await createBrowserSession(person);
    const callers = await Promise.all(Array.from({ length: 20 }, () => withCookie(token)));
    expect(new Set(callers).size).toBe(1);
    expect(callers[0]?.user.id).toBe(person.userId);
  });

  it('is asked for each time when other processes may have ended it', async () => {
    vi.stubEnv('REDIS_URL', 'redis://127.0.0.1:6379');
    const { token, session } = await createBrowserSession(person);
    expect(await withCookie(token)).not.toBeNull();
    await db().session.delete({ where: { id: session.id } });
    expect(await withCookie(token)).toBeNull();
  });

  it('ends a week after its last use, and slides with use', async () => {
    const { token, session } = await createBrowserSession(person);
    await age(session.id, '6 days');
    expect(await withCookie(token)).not.toBeNull();
    await age(session.id, '6 days');
    forgetUser(person.userId);
    expect(await withCookie(token)).not.toBeNull();
    await age(session.id, '7 days 1 minute');
    forgetUser(person.userId);
    expect(await withCookie(token)).toBeNull();
  });

  it('ends after thirty days, however much it was used', async () => {
    const { token, session } = await createBrowserSession(person);
    for (let week = 0; week < 4; week += 1) {
      await age(session.id, '6 days 12 hours');
      forgetUser(person.userId);
      expect(await withCookie(token)).not.toBeNull();
    }
    await age(session.id, '4 days 1 minute');
    forgetUser(person.userId);
    expect(await withCookie(token)).toBeNull();
  });

  it('notes its use at most once a minute', async () => {
    const { token, session } = await createBrowserSession(person);
    const lastActive = async () => (await db().session.findUniqueOrThrow({ where: { id: session.id } })).lastActiveAt;
    const first = await lastActive();
    await withCookie(token);
    expect(await lastActive()).toEqual(first);
    await age(session.id, '2 minutes');
    forgetUser(person.userId);
    await withCookie(token);
    expect((await lastActive()).getTime()).toBeGreaterThanOrEqual(first.getTime());
  });

  it('is refused to somebody who was deactivated', async () => {
    const { token, session } = await createBrowserSession(person);
    await db().user.update({ where: { id: person.userId }, data: { deactivatedAt: new Date() } });
    expect(await withCookie(token)).toBeNull();
    expect(await recheckSession(session.id)).toBeNull();
  });
});

describe('the list of sessions', () => {
  it('shows those that are alive, with device and address and no token', async () => {
    const kept = await createBrowserSession(person);
    const old = await createBrowserSession(person);
    await age(old.session.id, '8 days');
    const sessions = await listSessions(person.userId);
    expect(sessions.map(({ id }) => id)).toEqual([kept.session.id]);
    expect(sessions[0]).toMatchObject({ device: 'Firefox on Linux', ip: '203.0.113.9', kind: 'BROWSER' });
    expect(sessions[0]).not.toHaveProperty('tokenHash');
  });

  it('ends one, all others, or all, and never somebody else’s', async () => {
    const other = await createBrowserSession(await makePerson());
    const [one, two, three] = await Promise.all([1, 2, 3].map(() => createBrowserSession(person)));
    if (!one || !two || !three) throw new Error('unreachable');
    expect(await revokeSessions({ userId: person.userId, sessionId: other.session.id })).toEqual([]);
    await revokeSessions({ userId: person.userId, sessionId: one.session.id });
    await revokeSessions({ userId: person.userId, exceptSessionId: three.session.id });
    expect((await listSessions(person.userId)).map(({ id }) => id)).toEqual([three.session.id]);
    expect(await revokeSessions({ userId: person.userId })).toHaveLength(1);
    expect(await withCookie(other.token)).not.toBeNull();
  });

  it('ends the one behind a cookie, once', async () => {
    const { token, session } = await createBrowserSession(person);
    expect(await revokeBrowserToken(token)).toEqual({ id: session.id, userId: person.userId });
    expect(await revokeBrowserToken(token)).toBeNull();
    expect(await withCookie(token)).toBeNull();
  });
});

describe('sessions of many open sockets', () => {
  it('are asked for at once: those that are alive, and no others', async () => {
    const [alive, ended, old] = await Promise.all([1, 2, 3].map(() => createBrowserSession(person)));
    const gone = await makePerson();
    const deactivated = await createBrowserSession(gone);
    if (!alive || !ended || !old) throw new Error('unreachable');
    await revokeSessions({ userId: person.userId, sessionId: ended.session.id });
    await age(old.session.id, '8 days');
    await db().user.update({ where: { id: gone.userId }, data: { deactivatedAt: new Date() } });
    const ids = [alive, ended, old, deactivated].map(({ session }) => session.id);
    expect(await findLiveSessions(ids)).toEqual(new Set([alive.session.id]));
    expect(await findLiveSessions([])).toEqual(new Set());
  });

  it('are kept alive by it, as by a call', async () => {
    const { session } = await createBrowserSession(person);
    await age(session.id, '6 days');
    await findLiveSessions([session.id]);
    await age(session.id, '6 days');
    expect(await findLiveSessions([session.id])).toEqual(new Set([session.id]));
  });
});
