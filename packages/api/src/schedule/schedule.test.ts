import { dbEnv } from '@parley/db/env';
import { newId } from '@parley/db/ids';
import { pool } from '@parley/db/pool';
import { useTestDatabase } from '@parley/db/testing/test-database';
import { beforeEach, describe, expect, it } from 'vitest';
import { codesOf } from '../../test/codes.ts';
import { createTestRealtime } from '../../test/realtime.ts';
import { makePerson, makeWorkspace, type Person } from '../../test/world.ts';
import { unlimited } from '../testing/unlimited.ts';
import { sendDue } from './send-scheduled.ts';

useTestDatabase();
const realtime = unlimited(createTestRealtime());
const soon = () => new Date(Date.now() + 3_600_000).toISOString();
let ana: Person;
let ben: Person;
let workspaceId: string;
let channelId: string;

beforeEach(async () => {
  await pool().query('DELETE FROM "ScheduledMessage"');
  [ana, ben] = await Promise.all([makePerson(realtime, 'Ana'), makePerson(realtime, 'Ben')]);
  ({ id: workspaceId } = await makeWorkspace(ana, [ben]));
  const memberIds = [ben.user.id];
  ({ id: channelId } = await ana.call.channel.create({ workspaceId, name: 'room', kind: 'PRIVATE', memberIds }));
});

const schedule = (body = 'later', person = ben) =>
  person.call.message.schedule({ channelId, body, sendAt: soon(), nonce: newId() });

async function bodies(): Promise<string[]> {
  const { items } = await ana.call.message.list({ channelId });
  return items.filter((message) => message.kind === 'USER').map((message) => message.body);
}

const waiting = async () => (await ben.call.message.scheduled({ workspaceId })).items;

async function comeDue(): Promise<void> {
  await pool().query(`UPDATE "ScheduledMessage" SET "sendAt" = now() - interval '1 s'`);
}

describe('many scheduled messages', () => {
  it('that are sent at one moment leave connections to everybody else, and all go out', async () => {
    const count = dbEnv().poolSize * 2;
    const ids = await Promise.all(Array.from({ length: count }, async () => (await schedule()).id));
    const sending = ids.map((id) => ben.call.message.sendScheduledNow({ id }));
    const reading = Array.from({ length: count }, () => ana.call.channel.get({ channelId }));
    expect((await codesOf([...sending, ...reading])).filter((code) => code !== 'OK')).toEqual([]);
    expect(await bodies()).toHaveLength(count);
  });
});

describe('a scheduled message', () => {
  it('is sent when it is due and not before, as its author', async () => {
    const { nonce } = await schedule();
    await sendDue(realtime);
    expect(await bodies()).toEqual([]);
    await comeDue();
    expect(await sendDue(realtime)).toBe(1);
    const { items } = await ana.call.message.list({ channelId });
    expect(items.at(-1)).toMatchObject({ body: 'later', nonce, author: { id: ben.user.id } });
    expect(await waiting()).toEqual([]);
  });

  it('is sent once by servers that try together and by one that tries again after it died', async () => {
    for (const body of ['one', 'two', 'three']) await schedule(body);
    await comeDue();
    const sent = await Promise.all([sendDue(realtime), sendDue(realtime), sendDue(realtime)]);
    expect(sent.reduce((sum, count) => sum + count)).toBe(3);
    await pool().query('UPDATE "ScheduledMessage" SET "sentAt" = NULL');
    expect(await sendDue(realtime)).toBe(3);
    expect((await bodies()).sort()).toEqual(['one', 'three', 'two']);
  });

  it('answers a reply in its thread', async () => {
    const root = await ana.call.message.send({ channelId, body: 'root', nonce: newId() });
    await ben.call.message.schedule({ channelId, parentId: root.id, body: 'reply', sendAt: soon(), nonce: newId() });
    await comeDue();
    await sendDue(realtime);
    expect((await ana.call.message.get({ id: root.id })).thread).toMatchObject({ replyCount: 1 });
  });

  it('is refused with a reason when its author may not write there any more', async () => {
    const { id } = await schedule();
    await ana.call.channel.kick({ channelId, userId: ben.user.id });
    await comeDue();
    expect(await sendDue(realtime)).toBe(1);
    expect(await bodies()).toEqual([]);
    expect(await waiting()).toMatchObject([{ id, failure: 'You are not in this channel any more.' }]);
    expect(await sendDue(realtime)).toBe(0);
    await ana.call.channel.addMembers({ channelId, userIds: [ben.user.id] });
    await ben.call.message.updateScheduled({ id, body: 'again' });
    await sendDue(realtime);
    expect(await bodies()).toEqual(['again']);
  });

  it('is refused in a channel that was archived, and for who was deactivated', async () => {
    await schedule();
    await ana.call.channel.archive({ channelId });
    await comeDue();
    await sendDue(realtime);
    expect((await waiting())[0]?.failure).toMatch(/archived/);
    await ana.call.channel.unarchive({ channelId });
    await pool().query('UPDATE "User" SET "deactivatedAt" = now() WHERE id = $1', [ben.user.id]);
    await pool().query('UPDATE "ScheduledMessage" SET failure = NULL');
    await sendDue(realtime);
    expect(await bodies()).toEqual([]);
  });

  it('is not sent to somebody whom its author blocked since', async () => {
    const { id: directId } = await ben.call.direct.open({ workspaceId, userIds: [ana.user.id] });
    const toAna = { channelId: directId, body: 'dear Ana', sendAt: soon() };
    const { id } = await ben.call.message.schedule({ ...toAna, nonce: newId() });
    await ben.call.user.block({ id: ana.user.id });
    const refused = { code: 'FORBIDDEN', reason: 'BLOCKED_BY_YOU' };
    await expect(ben.call.message.schedule({ ...toAna, nonce: newId() })).rejects.toMatchObject({ cause: refused });
    await expect(ben.call.message.sendScheduledNow({ id })).rejects.toMatchObject({ cause: refused });
    await comeDue();
    expect(await sendDue(realtime)).toBe(1);
    expect((await ana.call.message.list({ channelId: directId })).items).toEqual([]);
    expect(await waiting()).toMatchObject([{ id, failure: expect.stringMatching(/blocked/) }]);
    await ben.call.user.unblock({ id: ana.user.id });
    await ben.call.message.updateScheduled({ id, body: 'friends again' });
    await sendDue(realtime);
    expect((await ana.call.message.list({ channelId: directId })).items).toMatchObject([{ body: 'friends again' }]);
  });

  it('is changed, cancelled and sent at once by its author alone', async () => {
    const { id } = await schedule('first');
    expect(await ben.call.message.updateScheduled({ id, body: 'second' })).toMatchObject({ body: 'second' });
    const by = ({ call }: Person) => [
      () => call.message.cancelScheduled({ id }),
      () => call.message.sendScheduledNow({ id }),
    ];
    for (const call of [...by(ana), () => ana.call.message.updateScheduled({ id, body: 'x' })])
      await expect(call()).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await ben.call.message.sendScheduledNow({ id })).toMatchObject({ body: 'second' });
    for (const call of by(ben)) await expect(call()).rejects.toMatchObject({ code: 'CONFLICT' });
    const other = await schedule('cancelled');
    await ben.call.message.cancelScheduled({ id: other.id });
    await comeDue();
    expect(await sendDue(realtime)).toBe(0);
    expect(await bodies()).toEqual(['second']);
  });

  it('is one for one nonce, and is to be in the future', async () => {
    const nonce = newId();
    const input = { channelId, body: 'x', sendAt: soon(), nonce };
    const [first, again] = [await ben.call.message.schedule(input), await ben.call.message.schedule(input)];
    expect(again).toEqual(first);
    const root = await ana.call.message.send({ channelId, body: 'root', nonce: newId() });
    for (const other of [{ body: 'y' }, { parentId: root.id }]) {
      const call = ben.call.message.schedule({ ...input, ...other });
      await expect(call).rejects.toMatchObject({ code: 'CONFLICT' });
    }
    for (const sendAt of ['2020-01-01T00:00:00Z', '2199-01-01T00:00:00Z']) {
      const call = ben.call.message.schedule({ ...input, nonce: newId(), sendAt });
      await expect(call).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    }
  });
});
