import { newId } from '@parley/db/ids';
import { useTestDatabase } from '@parley/db/testing/test-database';
import { beforeEach, describe, expect, it } from 'vitest';
import { createTestRealtime } from '../../test/realtime.ts';
import { makePerson, makeWorkspace, type Person } from '../../test/world.ts';
import { unlimited } from '../testing/unlimited.ts';

useTestDatabase();
const realtime = unlimited(createTestRealtime());
let ana: Person;
let ben: Person;
let workspaceId: string;
let generalId: string;

beforeEach(async () => {
  [ana, ben] = await Promise.all([makePerson(realtime, 'Ana'), makePerson(realtime, 'Ben')]);
  ({ id: workspaceId, generalId } = await makeWorkspace(ana, [ben]));
});

const send = (channelId: string, body = 'hello', parentId?: string) =>
  ana.call.message.send({ channelId, body, nonce: newId(), ...(parentId ? { parentId } : {}) });
const reasonFor = async ({ id }: { id: string }) => (await ben.call.message.whyNotified({ id })).reason;

describe('why somebody was notified', () => {
  it('follows the level of the channel, mentions, keywords and threads', async () => {
    const plain = await send(generalId, 'the deploy is done');
    expect(await ben.call.message.whyNotified({ id: plain.id })).toEqual({ notify: true, reason: 'ALL' });
    await ben.call.channel.setNotifications({ channelId: generalId, level: 'MENTIONS' });
    expect(await ben.call.message.whyNotified({ id: plain.id })).toEqual({ notify: false, reason: 'NOT_CALLED' });
    await ben.call.account.setNotifications({ keywords: ['Deploy'] });
    expect(await reasonFor(plain)).toBe('KEYWORD');
    expect(await reasonFor(await send(generalId, `<@${ben.user.id}>`))).toBe('MENTION');
    const reply = await send(generalId, 'and more', plain.id);
    expect(await reasonFor(reply)).toBe('THREAD_NOT_FOLLOWED');
    await ben.call.message.send({ channelId: generalId, body: 'thanks', nonce: newId(), parentId: plain.id });
    expect(await reasonFor(reply)).toBe('REPLY');
    await ben.call.channel.setNotifications({ channelId: generalId, level: 'NONE' });
    expect(await reasonFor(plain)).toBe('LEVEL_NONE');
  });

  it('says what keeps a conversation quiet', async () => {
    const { id: channelId } = await ana.call.direct.open({ workspaceId, userIds: [ben.user.id] });
    const sent = await send(channelId);
    expect(await reasonFor(sent)).toBe('DIRECT');
    const soon = new Date(Date.now() + 60_000).toISOString();
    await ben.call.channel.setNotifications({ channelId, level: 'ALL', mutedUntil: soon });
    expect(await reasonFor(sent)).toBe('MUTED');
    await ben.call.account.setNotifications({ schedule: { timezone: 'Europe/Berlin', days: [] } });
    expect(await reasonFor(sent)).toBe('SCHEDULE');
    const settings = await ben.call.account.setNotifications({ dndUntil: soon });
    expect(settings).toEqual({ dndUntil: soon, schedule: { timezone: 'Europe/Berlin', days: [] }, keywords: [] });
    expect(await reasonFor(sent)).toBe('DND');
    await ben.call.user.block({ id: ana.user.id });
    expect(await reasonFor(sent)).toBe('BLOCKED');
    expect((await ana.call.message.whyNotified({ id: sent.id })).reason).toBe('OWN');
  });

  it('is that one was not there yet, of what was sent before one came', async () => {
    const { id: channelId } = await ana.call.channel.create({ workspaceId, name: 'room', kind: 'PRIVATE' });
    const before = await send(channelId, `<@${ben.user.id}>`);
    await ana.call.channel.addMembers({ channelId, userIds: [ben.user.id] });
    expect(await ben.call.message.whyNotified({ id: before.id })).toEqual({ notify: false, reason: 'CAME_LATER' });
    expect(await reasonFor(await send(channelId, `<@${ben.user.id}>`))).toBe('MENTION');
  });

  it('is for who may read the message', async () => {
    const eve = await makePerson(realtime, 'Eve');
    const { id } = await send(generalId);
    await expect(eve.call.message.whyNotified({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('knows no hours that end before they begin, or overlap', async () => {
    const days = [{ day: 1, from: '18:00', to: '09:00' }];
    await expect(
      ben.call.account.setNotifications({ schedule: { timezone: 'Europe/Berlin', days } }),
    ).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    await expect(
      ben.call.account.setNotifications({ schedule: { timezone: 'Mars/Base', days: [] } }),
    ).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    const twice = [
      { day: 1, from: '09:00', to: '12:00' },
      { day: 1, from: '11:59', to: '18:00' },
    ];
    await expect(
      ben.call.account.setNotifications({ schedule: { timezone: 'Europe/Berlin', days: twice } }),
    ).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });
});
