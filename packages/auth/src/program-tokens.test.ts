import { db } from '@parley/db/client';
import { pool } from '@parley/db/pool';
import { useTestDatabase } from '@parley/db/testing/test-database';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { authenticate } from './authenticate.ts';
import { issueTokens, type Rotation, revokeTokens, rotateTokens, type TokenPair } from './program-tokens.ts';
import { listSessions, type NewSession, revokeSessions } from './sessions.ts';
import { makePerson } from './testing/make-person.ts';

useTestDatabase();

let person: NewSession;

beforeEach(async () => {
  vi.stubEnv('AUTH_SECRET', 'a secret of at least thirty-two characters');
  person = await makePerson();
});

function withBearer(accessToken: string, cookie: string | null = null) {
  return authenticate({ cookie, authorization: `Bearer ${accessToken}` });
}

function tokensOf(rotation: Rotation): TokenPair {
  if (rotation.kind !== 'rotated') throw new Error(`The token was ${rotation.kind}.`);
  return rotation.tokens;
}

describe('program tokens', () => {
  it('tell who is calling, and say what they are', async () => {
    const tokens = await issueTokens(person);
    expect(tokens.accessToken).toMatch(/^parley_at_[\w-]{43}$/);
    expect(tokens.refreshToken).toMatch(/^parley_rt_[\w-]{43}$/);
    expect(tokens.expiresIn).toBe(900);
    const caller = await withBearer(tokens.accessToken);
    expect(caller).toMatchObject({ user: { id: person.userId }, session: { kind: 'PROGRAM' } });
    expect(await withBearer(tokens.refreshToken)).toBeNull();
  });

  it('are stored as hashes alone', async () => {
    const { accessToken, refreshToken } = await issueTokens(person);
    const rows = JSON.stringify([await db().accessToken.findMany(), await db().refreshToken.findMany()]);
    expect(rows).not.toContain(accessToken);
    expect(rows).not.toContain(refreshToken);
  });

  it('count before a cookie, and are not saved by it', async () => {
    expect(await withBearer('parley_at_unknown', 'parley.session=whatever')).toBeNull();
  });

  it('leave a header of another scheme to whom it is meant for', async () => {
    const { accessToken } = await issueTokens(person);
    expect(await authenticate({ cookie: null, authorization: `Basic ${accessToken}` })).toBeNull();
    expect(await authenticate({ cookie: null, authorization: 'Bearer ' })).toBeNull();
  });

  it('end: the access token after fifteen minutes, the refresh token after thirty days', async () => {
    const { accessToken, refreshToken } = await issueTokens(person);
    const left = async (table: 'AccessToken' | 'RefreshToken') =>
      (
        await pool().query<{ minutes: number }>(
          `SELECT round(extract(epoch FROM t."expiresAt" - now()) / 60)::int AS minutes
          FROM "${table}" t JOIN "Session" s ON s.id = t."sessionId" WHERE s."userId" = $1`,
          [person.userId],
        )
      ).rows[0]?.minutes;
    expect(await left('AccessToken')).toBe(15);
    expect(await left('RefreshToken')).toBe(30 * 24 * 60);
    await pool().query(`UPDATE "AccessToken" SET "expiresAt" = now()`);
    await pool().query(`UPDATE "RefreshToken" SET "expiresAt" = now()`);
    expect(await withBearer(accessToken)).toBeNull();
    expect(await rotateTokens(refreshToken)).toEqual({ kind: 'unknown' });
  });

  it('rotate into a pair of the same session', async () => {
    const first = await issueTokens(person);
    const second = tokensOf(await rotateTokens(first.refreshToken));
    expect(second.accessToken).not.toBe(first.accessToken);
    expect(second.refreshToken).not.toBe(first.refreshToken);
    expect(await withBearer(second.accessToken)).not.toBeNull();
    expect(await withBearer(first.accessToken)).not.toBeNull();
    expect(await listSessions(person.userId)).toHaveLength(1);
    tokensOf(await rotateTokens(second.refreshToken));
  });

  it('end the whole family when a used one comes again', async () => {
    const first = await issueTokens(person);
    const second = tokensOf(await rotateTokens(first.refreshToken));
    expect(await withBearer(second.accessToken)).not.toBeNull();
    const again = await rotateTokens(first.refreshToken);
    expect(again).toMatchObject({ kind: 'reused', ended: { userId: person.userId } });
    expect(await withBearer(first.accessToken)).toBeNull();
    expect(await withBearer(second.accessToken)).toBeNull();
    expect(await rotateTokens(second.refreshToken)).toEqual({ kind: 'unknown' });
    expect(await listSessions(person.userId)).toEqual([]);
  });

  it('rotate at most once, however many ask at the same time', async () => {
    const { refreshToken } = await issueTokens(person);
    const answers = await Promise.all(Array.from({ length: 8 }, () => rotateTokens(refreshToken)));
    expect(answers.filter(({ kind }) => kind === 'rotated')).toHaveLength(1);
    expect(answers.filter(({ kind }) => kind === 'reused')).toHaveLength(1);
    expect(await listSessions(person.userId)).toEqual([]);
  });

  it('never survive a revocation that meets a rotation', async () => {
    const { refreshToken } = await issueTokens(person);
    const [rotation] = await Promise.all([rotateTokens(refreshToken), revokeSessions({ userId: person.userId })]);
    const accessToken = rotation.kind === 'rotated' ? rotation.tokens.accessToken : 'parley_at_never';
    expect(await withBearer(accessToken)).toBeNull();
    expect(await listSessions(person.userId)).toEqual([]);
  });

  it('end with their refresh token', async () => {
    const first = await issueTokens(person);
    const second = tokensOf(await rotateTokens(first.refreshToken));
    expect(await revokeTokens(second.refreshToken)).toMatchObject({ userId: person.userId });
    expect(await revokeTokens(second.refreshToken)).toBeNull();
    expect(await withBearer(second.accessToken)).toBeNull();
  });

  it('are refused to somebody who was deactivated', async () => {
    const { accessToken, refreshToken } = await issueTokens(person);
    await db().user.update({ where: { id: person.userId }, data: { deactivatedAt: new Date() } });
    expect(await withBearer(accessToken)).toBeNull();
    expect(await rotateTokens(refreshToken)).toEqual({ kind: 'unknown' });
  });
});
