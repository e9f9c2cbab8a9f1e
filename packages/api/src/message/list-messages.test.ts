import { newId } from '@parley/db/ids';
import { pool } from '@parley/db/pool';
import { useTestDatabase } from '@parley/db/testing/test-database';
import { beforeAll, describe, expect, it } from 'vitest';
import { createTestRealtime } from '../../test/realtime.ts';
import { makePerson, makeWorkspace, type Person } from '../../test/world.ts';

useTestDatabase();
const realtime = createTestRealtime();
let ana: Person;
let eve: Person;
let channelId: string;
let workspaceId: string;
const sent: string[] = [];

beforeAll(async () => {
  ana = await makePerson(realtime, 'Ana');
  eve = await makePerson(realtime, 'Eve');
  ({ id: workspaceId } = await makeWorkspace(ana));
  ({ id: channelId } = await ana.call.channel.create({ workspaceId, name: 'pages' }));
  for (let n = 0; n < 25; n += 1) {
    const { id } = await ana.call.message.send({ channelId, body: `message ${n}`, nonce: newId() });
    sent.push(id);
  }
});

const bodies = (page: { items: Array<{ body: string }> }): string[] => page.items.map((message) => message.body);
const range = (from: number, to: number): string[] =>
  Array.from({ length: to - from }, (_, n) => `message ${from + n}`);

describe('reading history', () => {
  it('begins with the newest, oldest first, and says the number that changes go on from', async () => {
    const page = await ana.call.message.list({ channelId, limit: 10 });
    expect(bodies(page)).toEqual(range(15, 25));
    expect(page).toMatchObject({ newerCursor: null, seq: page.items.at(-1)?.seq });
  });

  it('goes back to the beginning, every message once', async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    for (;;) {
      const page = await ana.call.message.list({ channelId, limit: 7, cursor });
      seen.unshift(...bodies(page));
      if (page.nextCursor === null) break;
      cursor = page.nextCursor;
    }
    expect(seen).toEqual(range(0, 25));
  });

  it('goes forward from the beginning to the end, every message once', async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    for (;;) {
      const page = await ana.call.message.list({ channelId, limit: 8, cursor, direction: 'FORWARD' });
      seen.push(...bodies(page));
      if (page.nextCursor === null) break;
      cursor = page.nextCursor;
    }
    expect(seen).toEqual(range(0, 25));
  });

  it('opens around a message and goes both ways from there', async () => {
    const page = await ana.call.message.list({ channelId, around: sent[12], limit: 6 });
    expect(bodies(page)).toEqual(range(9, 15));
    const older = await ana.call.message.list({ channelId, cursor: page.olderCursor ?? '', limit: 3 });
    const newer = await ana.call.message.list({ channelId, cursor: page.newerCursor ?? '', limit: 3 });
    expect(bodies(older)).toEqual(range(6, 9));
    expect(bodies(newer)).toEqual(range(15, 18));
  });

  it('opens around a number and around a moment', async () => {
    const target = await ana.call.message.get({ id: sent[20] ?? '' });
    expect(bodies(await ana.call.message.list({ channelId, around: target.seq, limit: 2 }))).toEqual(range(19, 21));
    await pool().query(
      `UPDATE "Message" SET "createdAt" = '2026-01-01T00:00:00Z'::timestamptz + (seq * interval '1 hour') WHERE "channelId" = $1`,
      [channelId],
    );
    const moment = new Date(Date.UTC(2026, 0, 1) + target.seq * 3_600_000 - 60_000).toISOString();
    expect(bodies(await ana.call.message.list({ channelId, around: moment, limit: 2 }))).toEqual(range(19, 21));
    expect(bodies(await ana.call.message.list({ channelId, around: '2020-01-01T00:00:00Z', limit: 2 }))).toEqual(
      range(0, 1),
    );
    expect(bodies(await ana.call.message.list({ channelId, around: '2030-01-01T00:00:00Z', limit: 2 }))).toEqual(
      range(24, 25),
    );
  });

  it('keeps the place of a deleted message and nothing of its text', async () => {
    const gone = await ana.call.message.send({ channelId, body: 'secret', nonce: newId() });
    await ana.call.message.edit({ id: gone.id, body: 'secret too' });
    await ana.call.message.delete({ id: gone.id });
    const page = await ana.call.message.list({ channelId, limit: 1 });
    expect(page.items).toMatchObject([{ id: gone.id, seq: gone.seq, body: '' }]);
    expect(page.items[0]?.deletedAt).not.toBeNull();
    await expect(ana.call.message.history({ id: gone.id })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const { rows } = await pool().query(`SELECT 1 FROM "MessageRevision" WHERE "messageId" = $1`, [gone.id]);
    expect(rows).toEqual([]);
  });

  it('refuses a cursor that was changed, made up, or made for another channel', async () => {
    const { nextCursor } = await ana.call.message.list({ channelId, limit: 3 });
    const other = await ana.call.channel.create({ workspaceId, name: 'other pages' });
    const refused = { code: 'BAD_REQUEST', cause: { reason: 'CURSOR' } };
    const read = (channel: string, cursor: string) => ana.call.message.list({ channelId: channel, cursor });
    await expect(read(other.id, nextCursor ?? '')).rejects.toMatchObject(refused);
    await expect(read(channelId, `${nextCursor?.slice(0, -2)}AA`)).rejects.toMatchObject(refused);
    await expect(read(channelId, 'bm90IGEgY3Vyc29y')).rejects.toMatchObject(refused);
  });

  it('does not look around a message of another channel', async () => {
    const other = await ana.call.channel.create({ workspaceId, name: 'elsewhere' });
    const there = await ana.call.message.send({ channelId: other.id, body: 'there', nonce: newId() });
    await expect(ana.call.message.list({ channelId, around: there.id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is NOT_FOUND for who is not a member', async () => {
    await expect(eve.call.message.list({ channelId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(eve.call.message.changes({ channelId, sinceSeq: 0 })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(eve.call.message.get({ id: sent[0] ?? '' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(eve.call.message.history({ id: sent[0] ?? '' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
