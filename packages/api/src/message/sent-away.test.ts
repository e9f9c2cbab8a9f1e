import { newId } from '@parley/db/ids';
import { pool } from '@parley/db/pool';
import { useTestDatabase } from '@parley/db/testing/test-database';
import { beforeEach, describe, expect, it } from 'vitest';
import { createTestRealtime } from '../../test/realtime.ts';
import { makePerson, makeWorkspace, type Person } from '../../test/world.ts';
import { flushReads } from '../read-state/note-read.ts';
import { sendDue } from '../schedule/send-scheduled.ts';
import { unlimited } from '../testing/unlimited.ts';

useTestDatabase();
const realtime = unlimited(createTestRealtime());
let ana: Person;
let ben: Person;
let generalId: string;
let channelId: string;

beforeEach(async () => {
  [ana, ben] = await Promise.all([makePerson(realtime, 'Ana'), makePerson(realtime, 'Ben')]);
  const { id: workspaceId, generalId: general } = await makeWorkspace(ana, [ben]);
  generalId = general;
  const memberIds = [ben.user.id];
  ({ id: channelId } = await ana.call.channel.create({ workspaceId, name: 'room', kind: 'PRIVATE', memberIds }));
});

const send = (person: Person, body: string, parentId?: string) =>
  person.call.message.send({ channelId, body, nonce: newId(), ...(parentId ? { parentId } : {}) });

async function sendLater(body: string, parentId?: string): Promise<void> {
  const sendAt = new Date(Date.now() + 3_600_000).toISOString();
  await ben.call.message.schedule({ channelId, body, sendAt, nonce: newId(), ...(parentId ? { parentId } : {}) });
  await pool().query(`UPDATE "ScheduledMessage" SET "sendAt" = now() - interval '1 s'`);
  expect(await sendDue(realtime)).toBe(1);
}

async function forward(): Promise<void> {
  const { id } = await ben.call.message.send({ channelId: generalId, body: 'look', nonce: newId() });
  await ben.call.message.forward({ id, channelId, nonce: newId() });
}

async function standing() {
  const { membership } = await ben.call.channel.get({ channelId });
  return (
    membership && { lastReadSeq: membership.lastReadSeq, unread: membership.unread, mentions: membership.mentions }
  );
}

describe.each<[string, () => Promise<void>]>([
  ['a scheduled message', () => sendLater('hello')],
  ['a scheduled message that calls somebody', () => sendLater(`hello <@${ana.user.id}>`)],
  ['a forwarded message', forward],
])('%s', (_, write) => {
  it('reads nothing for its author, and no receipt says that they were there', async () => {
    const asked = await send(ana, `when, <@${ben.user.id}>?`);
    const before = await standing();
    expect(before).toMatchObject({ unread: 1, mentions: 1 });
    await write();
    expect(await standing()).toEqual(before);
    await flushReads(realtime);
    expect((await ana.call.message.receipts({ id: asked.id })).items).toEqual([]);
  });

  it('is not unread for its author, who stands behind it where nothing was left to read', async () => {
    await write();
    const { seq } = await ben.call.channel.get({ channelId });
    expect(await standing()).toEqual({ lastReadSeq: seq, unread: 0, mentions: 0 });
  });

  it('keeps a call in a thread', async () => {
    const root = await send(ben, 'root');
    await send(ana, `and you, <@${ben.user.id}>?`, root.id);
    await write();
    expect(await standing()).toMatchObject({ unread: 0, mentions: 1 });
  });
});

it('a scheduled reply reads nothing of its thread for its author', async () => {
  const root = await send(ben, 'root');
  const asked = await send(ana, 'asked', root.id);
  await sendLater('later', root.id);
  expect((await ben.call.thread.get({ parentId: root.id })).place).toMatchObject({ following: true, unread: 1 });
  await flushReads(realtime);
  expect((await ana.call.message.receipts({ id: asked.id })).items).toEqual([]);
});

it('a scheduled reply leaves its author behind it where nothing was left to read', async () => {
  const root = await send(ben, 'root');
  await send(ben, 'more', root.id);
  await sendLater('later', root.id);
  const { items, place } = await ben.call.thread.get({ parentId: root.id });
  expect(place).toMatchObject({ unread: 0, lastReadSeq: items.at(-1)?.seq });
});
