import { newId } from '@parley/db/ids';
import { useTestDatabase } from '@parley/db/testing/test-database';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { openInbox } from '../../test/open-inbox.ts';
import { createTestRealtime } from '../../test/realtime.ts';
import { makePerson, makeWorkspace, type Person } from '../../test/world.ts';

useTestDatabase();
const realtime = createTestRealtime();
let ana: Person;
let ben: Person;
let workspaceId: string;
let generalId: string;

beforeAll(async () => {
  ana = await makePerson(realtime, 'Ana');
  ben = await makePerson(realtime, 'Ben');
  ({ id: workspaceId, generalId } = await makeWorkspace(ana, [ben]));
});

describe('the inbox', () => {
  it('says that a channel moved, with unread as the database counts it', async () => {
    const inbox = await openInbox(realtime, ben, workspaceId);
    const sent = await ana.call.message.send({ channelId: generalId, body: `hi <@${ben.user.id}>`, nonce: newId() });
    const { membership } = await ben.call.channel.get({ channelId: generalId });
    const { unread, mentions } = membership ?? {};
    expect(await inbox.next('channelActivity')).toEqual({
      type: 'channelActivity',
      channelId: generalId,
      seq: sent.seq,
      unread,
      mentions,
      preview: {
        messageId: sent.id,
        authorId: ana.user.id,
        authorName: sent.author.displayName,
        text: sent.body,
        createdAt: sent.createdAt,
      },
    });
    inbox.close();
  });

  it('previews what people said on the timeline, and neither a reply nor what was deleted at once', async () => {
    const said = await ana.call.message.send({ channelId: generalId, body: 'to be answered', nonce: newId() });
    const inbox = await openInbox(realtime, ben, workspaceId);
    const reply = { channelId: generalId, parentId: said.id, nonce: newId() };
    await ana.call.message.send({ ...reply, body: 'an answer' });
    expect(await inbox.next('channelActivity')).not.toHaveProperty('preview');
    const shown = await ana.call.message.send({ ...reply, body: 'to all', alsoToChannel: true, nonce: newId() });
    expect(await inbox.next('channelActivity')).toMatchObject({ preview: { messageId: shown.id, text: 'to all' } });
    inbox.close();
  });

  it('goes on speaking when the server’s clock is set back', async () => {
    const inbox = await openInbox(realtime, ben, workspaceId);
    const send = () => ana.call.message.send({ channelId: generalId, body: 'tick', nonce: newId() });
    const first = await send();
    expect(await inbox.next('channelActivity')).toMatchObject({ seq: first.seq });
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() - 3_600_000 });
    try {
      const second = await send();
      expect(await inbox.next('channelActivity')).toMatchObject({ seq: second.seq });
    } finally {
      vi.useRealTimers();
    }
    inbox.close();
  });

  it('says what another device of the same person read', async () => {
    await ana.call.message.send({ channelId: generalId, body: 'again', nonce: newId() });
    const inbox = await openInbox(realtime, ben, workspaceId);
    await ben.call.channel.markRead({ channelId: generalId, seq: 2_147_483_647 });
    expect(await inbox.next('readElsewhere')).toMatchObject({ channelId: generalId, unread: 0 });
    inbox.close();
  });

  it('follows channels that come, and forgets those that go', async () => {
    const inbox = await openInbox(realtime, ben, workspaceId);
    const { id: channelId } = await ana.call.channel.create({
      workspaceId,
      name: 'brought',
      kind: 'PRIVATE',
      memberIds: [ben.user.id],
    });
    expect(await inbox.next('channelAdded')).toEqual({ type: 'channelAdded', channelId });
    await ana.call.message.send({ channelId, body: 'welcome', nonce: newId() });
    expect(await inbox.next('channelActivity')).toMatchObject({ channelId, unread: 1 });
    await ana.call.channel.update({ channelId, topic: 'new topic' });
    expect(await inbox.next('channelChanged')).toEqual({ type: 'channelChanged', channelId });
    await ana.call.channel.kick({ channelId, userId: ben.user.id });
    expect(await inbox.next('channelRemoved')).toEqual({ type: 'channelRemoved', channelId });
    await ana.call.message.send({ channelId, body: 'behind your back', nonce: newId() });
    const after = await ana.call.message.send({ channelId: generalId, body: 'in front of you', nonce: newId() });
    expect(await inbox.next('channelActivity')).toMatchObject({ channelId: generalId, seq: after.seq });
    inbox.close();
  });

  it('says how somebody looks now, to who may know of them', async () => {
    const cem = await makePerson(realtime, 'Cem');
    const { id: channelId } = await ana.call.channel.create({ workspaceId, name: 'the guest’s', kind: 'PRIVATE' });
    const { url } = await ana.call.workspace.invite({ workspaceId, role: 'GUEST', channelIds: [channelId] });
    await cem.call.workspace.joinByInvite({ token: url.slice(url.lastIndexOf('/') + 1) });
    const [bens, cems] = await Promise.all([
      openInbox(realtime, ben, workspaceId),
      openInbox(realtime, cem, workspaceId),
    ]);
    const handle = `new-${ben.user.id.slice(-6)}`;
    await ben.call.account.update({ displayName: 'Benedikt', handle });
    expect(await bens.next('personChanged')).toMatchObject({
      user: { id: ben.user.id, displayName: 'Benedikt', handle },
    });
    await ana.call.account.update({ displayName: 'Anastasia' });
    expect(await cems.next('personChanged')).toMatchObject({ user: { id: ana.user.id, displayName: 'Anastasia' } });
    await ana.call.channel.addMembers({ channelId, userIds: [ben.user.id] });
    await ben.call.account.update({ title: 'Carpenter' });
    const told = await cems.next('personChanged');
    expect(told.user).toMatchObject({ id: ben.user.id, title: 'Carpenter' });
    expect(told.user).not.toHaveProperty('email');
    for (const inbox of [bens, cems]) inbox.close();
  });

  it('says that the workspace has another name, to everybody in it and nobody else', async () => {
    const dora = await makePerson(realtime, 'Dora');
    const { id: elsewhere } = await makeWorkspace(dora, [ben]);
    const [bens, other] = await Promise.all([
      openInbox(realtime, ben, workspaceId),
      openInbox(realtime, ben, elsewhere),
    ]);
    const doras = await openInbox(realtime, dora, elsewhere);
    const name = `Renamed ${newId().slice(-6)}`;
    await ana.call.workspace.update({ workspaceId, name });
    expect(await bens.next('workspaceChanged')).toEqual({ type: 'workspaceChanged' });
    expect((await ben.call.workspace.get({ workspaceId })).name).toBe(name);
    await dora.call.workspace.update({ workspaceId: elsewhere, name: 'Their own' });
    for (const inbox of [other, doras]) {
      await inbox.next('workspaceChanged');
      expect(inbox.said.filter(({ type }) => type === 'workspaceChanged')).toHaveLength(1);
    }
    for (const inbox of [bens, other, doras]) inbox.close();
  });

  it('says that what concerns the person changed: a reaction to them, one taken back, a look at the list', async () => {
    const mine = await ben.call.message.send({ channelId: generalId, body: 'mine', nonce: newId() });
    const [bens, anas] = await Promise.all([
      openInbox(realtime, ben, workspaceId),
      openInbox(realtime, ana, workspaceId),
    ]);
    const at = { id: mine.id, emoji: '👍' };
    await ben.call.message.react(at);
    await ana.call.message.react(at);
    expect(await bens.next('activityChanged')).toEqual({ type: 'activityChanged' });
    await ana.call.message.react(at);
    await ana.call.message.unreact(at);
    await bens.next('activityChanged');
    await ben.call.mention.markRead({ workspaceId });
    await bens.next('activityChanged');
    expect(bens.said.filter(({ type }) => type === 'activityChanged')).toHaveLength(3);
    await ana.call.mention.markRead({ workspaceId });
    await anas.next('activityChanged');
    expect(anas.said.filter(({ type }) => type === 'activityChanged')).toHaveLength(1);
    for (const inbox of [bens, anas]) inbox.close();
  });

  it('says nothing of what happens to a person’s words where they are not any more', async () => {
    const memberIds = [ben.user.id];
    const { id: channelId } = await ana.call.channel.create({ workspaceId, name: newId(), kind: 'PRIVATE', memberIds });
    const { id } = await ben.call.message.send({ channelId, body: 'mine', nonce: newId() });
    await ana.call.message.send({ channelId, body: 'a reply', parentId: id, nonce: newId() });
    const inbox = await openInbox(realtime, ben, workspaceId);
    await ana.call.channel.kick({ channelId, userId: ben.user.id });
    await inbox.next('channelRemoved');
    const before = inbox.said.length;
    await ana.call.message.react({ id, emoji: '👍' });
    await ana.call.message.unreact({ id, emoji: '👍' });
    await ana.call.message.send({ channelId, body: `<@${ben.user.id}>`, parentId: id, nonce: newId() });
    await ana.call.message.send({ channelId: generalId, body: 'the end', nonce: newId() });
    await inbox.next('channelActivity');
    expect(inbox.said.slice(before).map((event) => ('channelId' in event ? event.channelId : event.type))).toEqual([
      generalId,
    ]);
    inbox.close();
  });

  it('ends for a guest who is taken out of the workspace, though they were in no channel', async () => {
    const guest = await makePerson(realtime, 'Guest');
    const { url } = await ana.call.workspace.invite({ workspaceId, role: 'GUEST' });
    await guest.call.workspace.joinByInvite({ token: url.slice(url.lastIndexOf('/') + 1) });
    expect((await guest.call.channel.list({ workspaceId })).items).toEqual([]);
    const inbox = await openInbox(realtime, guest, workspaceId);
    await ana.call.workspace.removeMember({ workspaceId, userId: guest.user.id });
    await expect(inbox.next('ready')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    inbox.close();
  });

  it('tells nothing to who is not in the workspace', async () => {
    const eve = await makePerson(realtime, 'Eve');
    await expect(eve.call.inbox({ workspaceId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
