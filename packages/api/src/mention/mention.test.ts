import { newId } from '@parley/db/ids';
import { useTestDatabase } from '@parley/db/testing/test-database';
import { beforeEach, describe, expect, it } from 'vitest';
import { createTestRealtime } from '../../test/realtime.ts';
import { makePerson, makeWorkspace, type Person } from '../../test/world.ts';

useTestDatabase();
const realtime = createTestRealtime();
let ana: Person;
let ben: Person;
let cem: Person;
let workspaceId: string;
let channelId: string;

beforeEach(async () => {
  ana = await makePerson(realtime, 'Ana');
  ben = await makePerson(realtime, 'Ben');
  cem = await makePerson(realtime, 'Cem');
  ({ id: workspaceId, generalId: channelId } = await makeWorkspace(ana, [ben, cem]));
});

function send(person: Person, body: string, parentId?: string) {
  return person.call.message.send({ channelId, body, nonce: newId(), ...(parentId ? { parentId } : {}) });
}

async function kindsOf(person: Person, unreadOnly = false): Promise<string[]> {
  const { items } = await person.call.mention.list({ workspaceId, unreadOnly });
  return items.map(({ kind, message, emoji }) => `${kind} ${emoji ?? message.body}`);
}

describe('what concerns a person', () => {
  it('is mentions, replies and reactions, the latest first, each once, and nothing of their own', async () => {
    const mine = await send(ana, `mine, <@${ana.user.id}>`);
    await send(ben, `you, <@${ana.user.id}> <!here>`);
    await send(ben, 'all <!channel>');
    await send(ben, 'answer', mine.id);
    await send(cem, `again <@${ana.user.id}>`, mine.id);
    await ben.call.message.react({ id: mine.id, emoji: '👍' });
    expect(await kindsOf(ana)).toEqual([
      'REACTION 👍',
      `MENTION again <@${ana.user.id}>`,
      'REPLY answer',
      'EVERYONE all <!channel>',
      `MENTION you, <@${ana.user.id}> <!here>`,
    ]);
    expect(await kindsOf(ben)).toEqual([`REPLY again <@${ana.user.id}>`]);
  });

  it('comes in pages that fit together', async () => {
    const mine = await send(ana, 'mine');
    for (let n = 0; n < 4; n += 1) {
      await send(ben, `<@${ana.user.id}> ${n}`);
      await send(ben, `reply ${n}`, mine.id);
    }
    const whole = await ana.call.mention.list({ workspaceId });
    const read: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await ana.call.mention.list({ workspaceId, limit: 3, cursor });
      read.push(...page.items.map((item) => item.id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(read).toEqual(whole.items.map((item) => item.id));
    expect(read).toHaveLength(8);
  });

  it('is unread until its channel or the list was read', async () => {
    const first = await send(ben, `one <@${ana.user.id}>`);
    await send(ben, `two <@${ana.user.id}>`);
    await ben.call.message.react({ id: (await send(ana, 'x')).id, emoji: '👍' });
    await ana.call.channel.markUnread({ channelId, seq: first.seq });
    expect(await kindsOf(ana, true)).toHaveLength(3);
    await ana.call.channel.markRead({ channelId, seq: first.seq });
    expect(await kindsOf(ana, true)).toEqual(['REACTION 👍', `MENTION two <@${ana.user.id}>`]);
    const { readAt } = await ana.call.mention.markRead({ workspaceId });
    expect(await kindsOf(ana, true)).toEqual([]);
    const back = await ana.call.mention.markRead({ workspaceId, through: '2020-01-01T00:00:00Z' });
    expect(back.readAt).toBe(readAt);
    expect(await kindsOf(ana)).toHaveLength(3);
  });

  it('follows edits and deletions', async () => {
    const sent = await send(ben, 'nothing');
    expect(await kindsOf(ana)).toEqual([]);
    await ben.call.message.edit({ id: sent.id, body: `<@${ana.user.id}>` });
    expect(await kindsOf(ana)).toEqual([`MENTION <@${ana.user.id}>`]);
    await ben.call.message.edit({ id: sent.id, body: `<@${cem.user.id}> <!channel>` });
    expect(await kindsOf(ana)).toEqual([`EVERYONE <@${cem.user.id}> <!channel>`]);
    expect(await kindsOf(cem)).toEqual([`MENTION <@${cem.user.id}> <!channel>`]);
    await ben.call.message.delete({ id: sent.id });
    expect(await kindsOf(cem)).toEqual([]);
  });

  it('is nothing of channels one is not in, or not in any more', async () => {
    const members = { name: newId(), kind: 'PRIVATE' as const, memberIds: [cem.user.id] };
    const room = await ben.call.channel.create({ workspaceId, ...members });
    const body = `<@${ana.user.id}> <@${cem.user.id}> <!channel>`;
    await ben.call.message.send({ channelId: room.id, body, nonce: newId() });
    expect(await kindsOf(ana)).toEqual([]);
    expect(await kindsOf(cem)).toHaveLength(1);
    await ben.call.channel.kick({ channelId: room.id, userId: cem.user.id });
    expect(await kindsOf(cem)).toEqual([]);
    const stranger = await makePerson(realtime, 'Stranger');
    await expect(stranger.call.mention.list({ workspaceId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await stranger.call.mention.list({})).items).toEqual([]);
  });
});

describe('whom a mention of everybody reaches', () => {
  it('is counted beforehand: all others, those who are there, and their time zones', async () => {
    await ben.call.account.update({ timezone: 'Europe/Berlin' });
    await ben.call.presence.heartbeat({ deviceId: 'd', status: 'ONLINE' });
    const reach = await ana.call.channel.mentionReach({ channelId });
    expect(reach).toEqual({ channel: 2, here: 1, timezones: ['Europe/Berlin'], hereTimezones: ['Europe/Berlin'] });
    const others = await ben.call.channel.mentionReach({ channelId });
    expect(others).toEqual({ channel: 2, here: 0, timezones: [], hereTimezones: [] });
  });
});

describe('forwarding', () => {
  it('sends the permalink, which is a card for those who may read it alone', async () => {
    const room = await ana.call.channel.create({
      workspaceId,
      name: newId(),
      kind: 'PRIVATE',
      memberIds: [ben.user.id],
    });
    const secret = await ana.call.message.send({ channelId: room.id, body: 'secret', nonce: newId() });
    const nonce = newId();
    const forwarded = await ben.call.message.forward({ id: secret.id, channelId, body: 'Look:', nonce });
    expect(forwarded.body).toMatch(new RegExp(`^Look:\n\n\\S+/${room.id}\\?message=${secret.id}$`));
    expect(await ben.call.message.forward({ id: secret.id, channelId, body: 'Look:', nonce })).toEqual(forwarded);
    const card = await ben.call.message.card({ id: secret.id });
    expect(card).toMatchObject({
      message: secret,
      channel: { id: room.id, kind: 'PRIVATE' },
      workspace: { id: workspaceId },
    });
    await expect(cem.call.message.card({ id: secret.id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(cem.call.message.forward({ id: secret.id, channelId, nonce: newId() })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await ana.call.message.delete({ id: secret.id });
    expect((await ben.call.message.card({ id: secret.id })).message.body).toBe('');
  });
});
