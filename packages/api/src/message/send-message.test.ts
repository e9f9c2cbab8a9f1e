import { newId } from '@parley/db/ids';
import { pool } from '@parley/db/pool';
import { useTestDatabase } from '@parley/db/testing/test-database';
import { beforeAll, describe, expect, it } from 'vitest';
import { createTestRealtime } from '../../test/realtime.ts';
import { makePerson, makeWorkspace, type Person } from '../../test/world.ts';

useTestDatabase();
const realtime = createTestRealtime();
let ana: Person;
let ben: Person;
let eve: Person;
let general: string;
let workspaceId: string;

beforeAll(async () => {
  ana = await makePerson(realtime, 'Ana');
  ben = await makePerson(realtime, 'Ben');
  eve = await makePerson(realtime, 'Eve');
  const workspace = await makeWorkspace(ana, [ben]);
  workspaceId = workspace.id;
  general = workspace.generalId;
});

async function headOf(channelId: string): Promise<number> {
  const { rows } = await pool().query<{ seq: number }>('SELECT seq FROM "Channel" WHERE id = $1', [channelId]);
  return rows[0]?.seq ?? -1;
}

describe('sending', () => {
  it('gives the channel its next number and says what was stored', async () => {
    const before = await headOf(general);
    const sent = await ana.call.message.send({ channelId: general, body: 'Hello *there*', nonce: newId() });
    expect(sent).toMatchObject({
      seq: before + 1,
      changeSeq: before + 1,
      body: 'Hello *there*',
      author: { id: ana.user.id },
    });
    expect(await ben.call.message.get({ id: sent.id })).toEqual(sent);
  });

  it('answers a repeated nonce with the same message and takes no number', async () => {
    const nonce = newId();
    const first = await ana.call.message.send({ channelId: general, body: 'once', nonce });
    const head = await headOf(general);
    expect(await ana.call.message.send({ channelId: general, body: 'once', nonce })).toEqual(first);
    expect(await headOf(general)).toBe(head);
  });

  it('answers parallel sends of one nonce with one message', async () => {
    const nonce = newId();
    const before = await headOf(general);
    const sends = Array.from({ length: 12 }, () => ana.call.message.send({ channelId: general, body: 'storm', nonce }));
    const ids = new Set((await Promise.all(sends)).map((message) => message.id));
    expect(ids.size).toBe(1);
    expect(await headOf(general)).toBe(before + 1);
  });

  it('refuses a nonce that belongs to another text', async () => {
    const nonce = newId();
    await ana.call.message.send({ channelId: general, body: 'one', nonce });
    await expect(ana.call.message.send({ channelId: general, body: 'two', nonce })).rejects.toMatchObject({
      code: 'CONFLICT',
    });
  });

  it('lets two people use the same nonce', async () => {
    const nonce = newId();
    const mine = await ana.call.message.send({ channelId: general, body: 'same', nonce });
    const theirs = await ben.call.message.send({ channelId: general, body: 'same', nonce });
    expect(theirs.id).not.toBe(mine.id);
  });

  it('numbers parallel sends of many without a gap', async () => {
    const before = await headOf(general);
    const senders = [ana, ben];
    const sends = Array.from({ length: 60 }, (_, n) => {
      const sender = senders[n % 2] ?? ana;
      return sender.call.message.send({ channelId: general, body: `message ${n}`, nonce: newId() });
    });
    const numbers = (await Promise.all(sends)).map((message) => message.seq).sort((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 60 }, (_, n) => before + 1 + n));
  });

  it('tells nobody outside that the channel exists', async () => {
    const send = (channelId: string) => eve.call.message.send({ channelId, body: 'let me in', nonce: newId() });
    const before = await headOf(general);
    const real = await send(general).catch((error: unknown) => error);
    const made = await send(newId()).catch((error: unknown) => error);
    expect(real).toMatchObject({ code: 'NOT_FOUND' });
    expect(String(real)).toBe(String(made));
    expect(await headOf(general)).toBe(before);
  });

  it('refuses an archived channel and keeps its number', async () => {
    const channel = await ana.call.channel.create({ workspaceId, name: `old ${newId()}` });
    const nonce = newId();
    const sent = await ana.call.message.send({ channelId: channel.id, body: 'before', nonce });
    await ana.call.channel.archive({ channelId: channel.id });
    const head = await headOf(channel.id);
    const late = ana.call.message.send({ channelId: channel.id, body: 'after', nonce: newId() });
    await expect(late).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(await ana.call.message.send({ channelId: channel.id, body: 'before', nonce })).toMatchObject({
      id: sent.id,
    });
    expect(await headOf(channel.id)).toBe(head);
  });

  it.each([
    ['an empty body', ''],
    ['only white space', ' \n\t '],
    ['a NUL', 'a\0b'],
    ['half a surrogate pair', 'a\ud800b'],
    ['40,001 characters', 'x'.repeat(40_001)],
  ])('refuses %s', async (_, body) => {
    const before = await headOf(general);
    await expect(ana.call.message.send({ channelId: general, body, nonce: newId() })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    });
    expect(await headOf(general)).toBe(before);
  });

  it('keeps 40,000 characters beyond the basic plane as they are', async () => {
    const body = '𝕏'.repeat(40_000);
    const sent = await ana.call.message.send({ channelId: general, body, nonce: newId() });
    expect((await ana.call.message.get({ id: sent.id })).body).toBe(body);
  });

  it('leaves nothing unread for its author, on whatever device', async () => {
    await ana.call.message.send({ channelId: general, body: 'from my phone', nonce: newId() });
    const mine = await ana.call.channel.get({ channelId: general });
    const theirs = await ben.call.channel.get({ channelId: general });
    expect(mine.membership).toMatchObject({ unread: 0, lastReadSeq: await headOf(general) });
    expect(theirs.membership?.unread).toBeGreaterThan(0);
  });
});
