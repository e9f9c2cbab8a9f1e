import { newId } from '@parley/db/ids';
import { useTestDatabase } from '@parley/db/testing/test-database';
import { beforeEach, describe, expect, it } from 'vitest';
import { openInbox } from '../../test/open-inbox.ts';
import { createTestRealtime } from '../../test/realtime.ts';
import { makePerson, makeWorkspace, type Person } from '../../test/world.ts';
import { unlimited } from '../testing/unlimited.ts';

useTestDatabase();
const realtime = unlimited(createTestRealtime());
let ana: Person;
let ben: Person;
let workspaceId: string;
let channelId: string;

beforeEach(async () => {
  [ana, ben] = await Promise.all([makePerson(realtime, 'Ana'), makePerson(realtime, 'Ben')]);
  ({ id: workspaceId } = await makeWorkspace(ana, [ben]));
  const memberIds = [ben.user.id];
  ({ id: channelId } = await ana.call.channel.create({ workspaceId, name: 'room', kind: 'PRIVATE', memberIds }));
});

const send = (person: Person, body: string, parentId?: string) =>
  person.call.message.send({ channelId, body, nonce: newId(), ...(parentId ? { parentId } : {}) });
const placeOf = async (parentId: string) => (await ben.call.thread.get({ parentId })).place;
const mentions = async () => (await ben.call.channel.get({ channelId })).membership?.mentions;

describe('reading a thread', () => {
  it('tells the other devices that its channel calls no more, and that it does again', async () => {
    const root = await send(ana, 'root');
    const { seq } = await send(ana, `look, <@${ben.user.id}>`, root.id);
    const inbox = await openInbox(realtime, ben, workspaceId);
    await ben.call.thread.markRead({ parentId: root.id, seq });
    expect(await inbox.next('readElsewhere')).toMatchObject({ channelId, unread: 1, mentions: 0 });
    await ben.call.thread.markUnread({ parentId: root.id, seq });
    expect(await inbox.next('readElsewhere')).toMatchObject({ channelId, unread: 1, mentions: await mentions() });
    expect(await mentions()).toBe(1);
    inbox.close();
  });

  it('says nothing of a channel whose counts it does not change', async () => {
    const root = await send(ben, 'root');
    const { seq } = await send(ana, 'reply', root.id);
    const inbox = await openInbox(realtime, ben, workspaceId);
    await ben.call.thread.markRead({ parentId: root.id, seq });
    await inbox.next('threadActivity');
    await ben.call.mention.markRead({ workspaceId });
    await inbox.next('activityChanged');
    expect(inbox.said.map(({ type }) => type)).toEqual(['ready', 'threadActivity', 'activityChanged']);
    inbox.close();
  });
});

describe('a thread', () => {
  it('is followed by all in a conversation of people, but for who stopped', async () => {
    const { id: directId } = await ana.call.direct.open({ workspaceId, userIds: [ben.user.id] });
    const say = (body: string, parentId?: string) =>
      ana.call.message.send({ channelId: directId, body, nonce: newId(), ...(parentId ? { parentId } : {}) });
    const root = await say('root');
    const inbox = await openInbox(realtime, ben, workspaceId);
    await say('a reply', root.id);
    expect(await inbox.next('threadActivity')).toMatchObject({ parentId: root.id, unread: 1 });
    inbox.close();
    expect(await placeOf(root.id)).toMatchObject({ following: true, unread: 1 });
    await ben.call.thread.unfollow({ parentId: root.id });
    await say('another', root.id);
    expect(await placeOf(root.id)).toMatchObject({ following: false });
  });

  it('moves for who is called by an edit of a reply', async () => {
    const root = await send(ana, 'root');
    const reply = await send(ana, 'reply', root.id);
    const inbox = await openInbox(realtime, ben, workspaceId);
    await ana.call.message.edit({ id: reply.id, body: `reply, <@${ben.user.id}>` });
    expect(await inbox.next('threadActivity')).toMatchObject({ parentId: root.id, unread: 1 });
    inbox.close();
  });

  it('that one stopped following begins again with the reply that calls', async () => {
    const root = await send(ben, 'root');
    await send(ana, 'one', root.id);
    await ben.call.thread.unfollow({ parentId: root.id });
    await send(ana, 'two', root.id);
    const { seq } = await send(ana, `three, <@${ben.user.id}>`, root.id);
    expect(await placeOf(root.id)).toMatchObject({ following: true, lastReadSeq: seq - 1, unread: 1 });
  });

  it('is no news for what was said while one was out of its channel', async () => {
    const root = await send(ben, 'root');
    await ana.call.channel.kick({ channelId, userId: ben.user.id });
    await send(ana, `behind your back, <@${ben.user.id}>`, root.id);
    await ana.call.channel.addMembers({ channelId, userIds: [ben.user.id] });
    expect(await placeOf(root.id)).toMatchObject({ following: true, unread: 0 });
    expect((await ben.call.thread.inbox({ workspaceId })).unreadThreads).toBe(0);
    expect((await ben.call.mention.list({ workspaceId, unreadOnly: true })).items).toEqual([]);
    await send(ana, 'to your face', root.id);
    expect(await placeOf(root.id)).toMatchObject({ unread: 1 });
  });
});
