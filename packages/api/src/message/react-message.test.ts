import { db } from '@parley/db/client';
import { newId } from '@parley/db/ids';
import { useTestDatabase } from '@parley/db/testing/test-database';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestRealtime } from '../../test/realtime.ts';
import { makePerson, makeWorkspace, type Person } from '../../test/world.ts';

useTestDatabase();
const realtime = createTestRealtime();
let ana: Person;
let ben: Person;
let eve: Person;
let workspaceId: string;
let channelId: string;
let id: string;

beforeAll(async () => {
  ana = await makePerson(realtime, 'Ana');
  ben = await makePerson(realtime, 'Ben');
  eve = await makePerson(realtime, 'Eve');
  ({ id: workspaceId, generalId: channelId } = await makeWorkspace(ana, [ben]));
});

beforeEach(async () => {
  ({ id } = await ana.call.message.send({ channelId, body: 'well', nonce: newId() }));
});

async function headOf(): Promise<number> {
  return (await ana.call.channel.get({ channelId })).seq;
}

describe('reactions', () => {
  it('stand in the order they were first set, with who set them', async () => {
    await ben.call.message.react({ id, emoji: '🎉' });
    await ana.call.message.react({ id, emoji: '👍' });
    const last = await ana.call.message.react({ id, emoji: '🎉' });
    expect(last.reactions).toEqual([
      { emoji: '🎉', userIds: [ben.user.id, ana.user.id] },
      { emoji: '👍', userIds: [ana.user.id] },
    ]);
    expect(await ben.call.message.get({ id })).toEqual(last);
    expect(last.changeSeq).toBe(await headOf());
    const { items } = await ben.call.message.changes({ channelId, sinceSeq: last.changeSeq - 1 });
    expect(items).toEqual([{ seq: last.changeSeq, event: { type: 'message', message: last } }]);
  });

  it('twice, or taken back when not set, change nothing and take no number', async () => {
    const once = await ben.call.message.react({ id, emoji: '👍' });
    const head = await headOf();
    expect(await ben.call.message.react({ id, emoji: '👍' })).toEqual(once);
    expect(await ana.call.message.unreact({ id, emoji: '👍' })).toEqual(once);
    expect(await headOf()).toBe(head);
    expect((await ben.call.message.unreact({ id, emoji: '👍' })).reactions).toEqual([]);
  });

  it('of many at once are all there, each once', async () => {
    const both = [ana, ben].flatMap((person) =>
      ['👍', '🎉', '👍'].map((emoji) => person.call.message.react({ id, emoji })),
    );
    await Promise.all(both);
    const { reactions } = await ana.call.message.get({ id });
    expect(reactions.map(({ userIds }) => [...userIds].sort())).toEqual([
      [ana.user.id, ben.user.id].sort(),
      [ana.user.id, ben.user.id].sort(),
    ]);
  });

  it('of one emoji count once, with and without the sign for colour, and of another skin tone apart', async () => {
    await ben.call.message.react({ id, emoji: '\u{1F44D}\uFE0F' });
    const both = await ana.call.message.react({ id, emoji: '\u{1F44D}' });
    expect(both.reactions).toEqual([{ emoji: '\u{1F44D}', userIds: [ben.user.id, ana.user.id] }]);
    const toned = await ana.call.message.react({ id, emoji: '\u{1F44D}\u{1F3FD}' });
    expect(toned.reactions).toHaveLength(2);
    const less = await ben.call.message.unreact({ id, emoji: '\u{1F44D}\uFE0E' });
    expect(less.reactions[0]).toEqual({ emoji: '\u{1F44D}', userIds: [ana.user.id] });
  });

  it('take fifty different emoji, then only those that are there', async () => {
    const all = Array.from({ length: 50 }, (_, n) => String.fromCodePoint(0x1f400 + n));
    for (const emoji of all) await ana.call.message.react({ id, emoji });
    await expect(ana.call.message.react({ id, emoji: '👍' })).rejects.toMatchObject({ code: 'PRECONDITION_FAILED' });
    expect((await ben.call.message.react({ id, emoji: '🐀' })).reactions).toHaveLength(50);
  });

  it('know the emoji of their workspace by name, and no others', async () => {
    const createdById = ana.user.id;
    await db().emoji.create({ data: { id: newId(), workspaceId, name: 'parrot', createdById } });
    const sent = await ben.call.message.react({ id, emoji: ':parrot:' });
    expect(sent.reactions).toEqual([{ emoji: ':parrot:', userIds: [ben.user.id] }]);
    await expect(ben.call.message.react({ id, emoji: ':ghost:' })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    await expect(ben.call.message.react({ id, emoji: 'x' })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });

  it('are not for others, nor for what was deleted or archived, and go with the message', async () => {
    await expect(eve.call.message.react({ id, emoji: '👍' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await ben.call.message.react({ id, emoji: '👍' });
    expect((await ana.call.message.delete({ id })).reactions).toEqual([]);
    await expect(ben.call.message.react({ id, emoji: '👍' })).rejects.toMatchObject({ code: 'CONFLICT' });
    const channel = await ana.call.channel.create({ workspaceId, name: newId(), kind: 'PUBLIC' });
    const sent = await ana.call.message.send({ channelId: channel.id, body: 'well', nonce: newId() });
    await ana.call.channel.archive({ channelId: channel.id });
    await expect(ana.call.message.react({ id: sent.id, emoji: '👍' })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(ana.call.message.pin({ id: sent.id })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('do not stand in the way of an edit', async () => {
    const { changeSeq } = await ana.call.message.get({ id });
    await ben.call.message.react({ id, emoji: '👍' });
    const edited = await ana.call.message.edit({ id, body: 'better', changeSeq });
    expect(edited.body).toBe('better');
    const stale = ana.call.message.edit({ id, body: 'best', changeSeq });
    await expect(stale).rejects.toMatchObject({ code: 'CONFLICT' });
  });
});
