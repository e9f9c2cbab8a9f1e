import { pool } from '@parley/db/pool';
import { useTestDatabase } from '@parley/db/testing/test-database';
import { beforeEach, describe, expect, it } from 'vitest';
import { createBrowserSession } from './sessions.ts';
import { sweepExpired } from './sweep-expired.ts';
import { makePerson } from './testing/make-person.ts';
import { issueTicket, redeemTicket } from './ws-ticket.ts';

useTestDatabase();

let sessionId: string;

beforeEach(async () => {
  sessionId = (await createBrowserSession(await makePerson())).session.id;
});

describe('a socket ticket', () => {
  it('is good once', async () => {
    const ticket = await issueTicket(sessionId);
    expect(await redeemTicket(ticket)).toBe(sessionId);
    expect(await redeemTicket(ticket)).toBeNull();
  });

  it('is good for one of many who present it at the same time', async () => {
    const ticket = await issueTicket(sessionId);
    const answers = await Promise.all(Array.from({ length: 8 }, () => redeemTicket(ticket)));
    expect(answers.filter((answer) => answer !== null)).toEqual([sessionId]);
  });

  it('is good for a minute', async () => {
    const ticket = await issueTicket(sessionId);
    const { rows } = await pool().query<{ seconds: number }>(
      `SELECT round(extract(epoch FROM expires - now()))::int AS seconds FROM "VerificationToken"`,
    );
    expect(rows).toEqual([{ seconds: 60 }]);
    await pool().query(`UPDATE "VerificationToken" SET expires = now()`);
    expect(await redeemTicket(ticket)).toBeNull();
  });

  it('cannot be altered or made up', async () => {
    const ticket = await issueTicket(sessionId);
    const other = await createBrowserSession(await makePerson());
    const secret = ticket.slice(sessionId.length);
    for (const forged of ['', 'x', `${other.session.id}${secret}`, `${sessionId}.${'A'.repeat(43)}`, `${ticket}A`]) {
      expect(await redeemTicket(forged)).toBeNull();
    }
    expect(await redeemTicket(ticket)).toBe(sessionId);
  });
});

describe('sweepExpired', () => {
  it('deletes what has ended and nothing else', async () => {
    const old = await createBrowserSession(await makePerson());
    await pool().query(`UPDATE "Session" SET expires = now() WHERE id = $1`, [old.session.id]);
    await pool().query(`DELETE FROM "VerificationToken"`);
    await issueTicket(old.session.id);
    await pool().query(`UPDATE "VerificationToken" SET expires = now()`);
    const ticket = await issueTicket(sessionId);
    expect(await sweepExpired()).toEqual({ sessions: 1, proofs: 1 });
    expect(await redeemTicket(ticket)).toBe(sessionId);
  });
});
