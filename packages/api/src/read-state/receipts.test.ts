import { db } from '@parley/db/client';
import { newId } from '@parley/db/ids';
import { pool } from '@parley/db/pool';
import { useTestDatabase } from '@parley/db/testing/test-database';
import type { ChannelSignal } from '@parley/realtime/signals';
import { beforeEach, describe, expect, it } from 'vitest';
import { Watch } from '../../test/hardening/watch.ts';
import { createTestRealtime } from '../../test/realtime.ts';
import { makePerson, makeWorkspace, type Person } from '../../test/world.ts';
import { unlimited } from '../testing/unlimited.ts';
import { flushReads } from './note-read.ts';

useTestDatabase();
const realtime = unlimited(createTestRealtime());
let ana: Person;
let ben: Person;
let cleo: Person;
let workspaceId: string;
let generalId: string;
let directId: string;

beforeEach(async () => {
  [ana, ben, cleo] = await Promise.all([
    makePerson(realtime, 'Ana'),
    makePerson(realtime, 'Ben'),
    makePerson(realtime, 'Cleo'),
  ]);
  ({ id: workspaceId, generalId } = await makeWorkspace(ana, [ben, cleo]));
  ({ id: directId } = await ana.call.direct.open({ workspaceId, userIds: [ben.user.id] }));
});

const send = (person: Person, channelId: string) =>
  person.call.message.send({ channelId, body: 'hello', nonce: newId() });
const read = (person: Person, channelId: string, seq: number) => person.call.channel.markRead({ channelId, seq });
const readers = async (viewer: Person, id: string) => {
  const { items, readCount } = await viewer.call.message.receipts({ id });
  expect(readCount).toBe(items.length);
  return items.map((item) => item.user.displayName);
};

describe('receipts', () => {
  it('say who read a message and when: the first time that they read so far', async () => {
    const first = await send(ana, directId);
    expect(await readers(ana, first.id)).toEqual([]);
    const before = Date.now();
    await read(ben, directId, first.seq);
    const after = Date.now();
    const [receipt] = (await ana.call.message.receipts({ id: first.id })).items;
    expect(receipt?.user.id).toBe(ben.user.id);
    expect(Date.parse(receipt?.readAt ?? '')).toBeGreaterThanOrEqual(before);
    expect(Date.parse(receipt?.readAt ?? '')).toBeLessThanOrEqual(after);
    const second = await send(ana, directId);
    expect(await readers(ana, second.id)).toEqual([]);
    await read(ben, directId, second.seq);
    await ben.call.channel.markUnread({ channelId: directId, seq: first.seq });
    expect((await ana.call.message.receipts({ id: first.id })).items).toEqual([receipt]);
  });

  it('of channels are written together, one mark for each person, while unread is right at once', async () => {
    const sent = [await send(ana, generalId), await send(ana, generalId), await send(ana, generalId)];
    for (const { seq } of sent) await read(ben, generalId, seq);
    expect((await ben.call.channel.get({ channelId: generalId })).membership).toMatchObject({ unread: 0 });
    expect(await db().readMark.count({ where: { channelId: generalId, userId: ben.user.id } })).toBe(0);
    await flushReads(realtime);
    expect(await db().readMark.count({ where: { channelId: generalId, userId: ben.user.id } })).toBe(1);
    for (const { id } of sent) expect(await readers(ana, id)).toEqual(['Ben']);
    expect(await readers(cleo, sent[0]?.id ?? '')).toEqual(['Ben']);
  });

  it('are all written at the end of a process, also by a flush that began before', async () => {
    const { seq } = await send(ana, generalId);
    await read(ben, generalId, seq);
    void flushReads(realtime);
    await flushReads(realtime);
    expect(await db().readMark.count({ where: { channelId: generalId, userId: ben.user.id } })).toBe(1);
  });

  it('come for what somebody answered without saying that they read it', async () => {
    const asked = await send(ana, generalId);
    await send(ben, generalId);
    await flushReads(realtime);
    expect(await readers(ana, asked.id)).toEqual(['Ben']);
  });

  it('are of what was sent since one came, and stay of what one read when one was here before', async () => {
    const memberIds = [ben.user.id];
    const { id: channelId } = await ana.call.channel.create({ workspaceId, name: 'room', kind: 'PRIVATE', memberIds });
    const early = await send(ana, channelId);
    await read(ben, channelId, early.seq);
    await flushReads(realtime);
    await ana.call.channel.kick({ channelId, userId: ben.user.id });
    const between = await send(ana, channelId);
    await ana.call.channel.addMembers({ channelId, userIds: [ben.user.id, cleo.user.id] });
    const late = await send(ana, channelId);
    for (const person of [ben, cleo]) await read(person, channelId, late.seq);
    await flushReads(realtime);
    expect(await readers(ana, early.id)).toEqual(['Ben']);
    expect(await readers(ana, between.id)).toEqual([]);
    expect((await readers(ana, late.id)).sort()).toEqual(['Ben', 'Cleo']);
  });

  it('of a thread are of the thread: reading or answering there is not reading the channel', async () => {
    const root = await send(ana, generalId);
    const reply = (person: Person, body: string) =>
      person.call.message.send({ channelId: generalId, body, nonce: newId(), parentId: root.id });
    await reply(ben, 'mine');
    const asked = await reply(ana, 'asked');
    const after = await send(ana, generalId);
    const watch = new Watch<ChannelSignal>({ realtime, person: ana }, (call) =>
      call.channel.onSignal({ channelId: generalId }),
    );
    const typed = setInterval(() => void ben.call.typing.stop({ channelId: generalId }), 20);
    await watch.until(({ type }) => type === 'typing');
    clearInterval(typed);
    expect(await readers(ana, asked.id)).toEqual([]);
    await ben.call.thread.markRead({ parentId: root.id, seq: asked.seq });
    await flushReads(realtime);
    const told = await watch.until(({ type }) => type === 'receipt');
    expect(told).toMatchObject({ userId: ben.user.id, channelId: generalId, parentId: root.id, seq: asked.seq });
    watch.close();
    expect(await readers(ana, asked.id)).toEqual(['Ben']);
    expect(await readers(ana, root.id)).toEqual([]);
    await reply(ben, 'answered');
    await flushReads(realtime);
    expect(await readers(ana, after.id)).toEqual([]);
    await read(cleo, generalId, after.seq);
    await flushReads(realtime);
    expect(await readers(ana, asked.id)).toEqual(['Ben']);
    expect(await readers(ana, after.id)).toEqual(['Cleo']);
  });

  it('pass in the channel, and neither from nor to who gives none', async () => {
    const watch = (person: Person) =>
      new Watch<ChannelSignal>({ realtime, person }, (call) => call.channel.onSignal({ channelId: generalId }));
    await cleo.call.account.setPrivacy({ readReceipts: false });
    const [byAna, byCleo] = [watch(ana), watch(cleo)];
    const typed = setInterval(() => void ben.call.typing.stop({ channelId: generalId }), 20);
    await Promise.all([byAna.until(({ type }) => type === 'typing'), byCleo.until(({ type }) => type === 'typing')]);
    clearInterval(typed);
    const { id, seq } = await send(ana, generalId);
    await read(cleo, generalId, seq);
    await read(ben, generalId, seq);
    await flushReads(realtime);
    const told = await byAna.until(({ type, userId }) => type === 'receipt' && userId === ben.user.id);
    expect(told).toMatchObject({ channelId: generalId, seq });
    expect(await readers(ana, id)).toEqual(['Ben']);
    expect(await readers(cleo, id)).toEqual([]);
    expect(byAna.said.some(({ userId }) => userId === cleo.user.id)).toBe(false);
    expect(byCleo.said.some(({ type }) => type === 'receipt')).toBe(false);
    byAna.close();
    byCleo.close();
  });

  it('are neither of nor for somebody who is blocked, nor for who is not in the channel', async () => {
    const { id, seq } = await send(ana, directId);
    await read(ben, directId, seq);
    await expect(cleo.call.message.receipts({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await ben.call.user.block({ id: ana.user.id });
    expect(await readers(ana, id)).toEqual([]);
  });

  it('of a month ago say who, not when, and their marks go as new ones come', async () => {
    const { id, seq } = await send(ana, directId);
    await read(ben, directId, seq);
    const past = `now() - interval '40 days'`;
    await pool().query(`UPDATE "Message" SET "createdAt" = ${past} WHERE id = $1`, [id]);
    await pool().query(`UPDATE "ChannelMember" SET "joinedAt" = ${past} - interval '1 day' WHERE "channelId" = $1`, [
      directId,
    ]);
    await pool().query(`UPDATE "ReadMark" SET "readAt" = ${past} WHERE "channelId" = $1`, [directId]);
    const later = await send(ana, directId);
    await read(ben, directId, later.seq);
    expect(await db().readMark.count({ where: { channelId: directId, userId: ben.user.id } })).toBe(1);
    const { items } = await ana.call.message.receipts({ id });
    expect(items).toMatchObject([{ user: { id: ben.user.id }, readAt: null }]);
  });
});
