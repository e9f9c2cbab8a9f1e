import { db } from '@parley/db/client';
import { newId } from '@parley/db/ids';
import { useTestDatabase } from '@parley/db/testing/test-database';
import { beforeAll, describe, expect, it } from 'vitest';
import { openInbox } from '../../test/open-inbox.ts';
import { createTestRealtime } from '../../test/realtime.ts';
import { makePerson, makeWorkspace, type Person } from '../../test/world.ts';
import { unlimited } from '../testing/unlimited.ts';

useTestDatabase();
const realtime = unlimited(createTestRealtime());
let ana: Person;
let ben: Person;
let cleo: Person;
let workspaceId: string;
let generalId: string;

beforeAll(async () => {
  ana = await makePerson(realtime, 'Ana');
  ben = await makePerson(realtime, 'Ben');
  cleo = await makePerson(realtime, 'Cleo');
  ({ id: workspaceId, generalId } = await makeWorkspace(ana, [ben, cleo]));
});

const open = (person: Person, ...others: readonly Person[]) =>
  person.call.direct.open({ workspaceId, userIds: others.map(({ user }) => user.id) });
const send = (person: Person, channelId: string, body = 'hello') =>
  person.call.message.send({ channelId, body, nonce: newId() });
const listed = async (person: Person) =>
  (await person.call.channel.list({ workspaceId })).items.map((channel) => channel.id);

async function newcomer(name: string): Promise<Person> {
  const person = await makePerson(realtime, name);
  const { url } = await ana.call.workspace.invite({ workspaceId });
  await person.call.workspace.joinByInvite({ token: url.slice(url.lastIndexOf('/') + 1) });
  return person;
}

describe('a conversation', () => {
  it('is one for the same people, in whatever order and by whomever it is opened', async () => {
    const first = await open(ana, ben);
    expect(first).toMatchObject({ kind: 'DIRECT', name: '', memberCount: 2 });
    expect(first.people?.map((person) => person.displayName)).toEqual(['Ana', 'Ben']);
    expect((await open(ben, ana, ben)).id).toBe(first.id);
    const group = await open(ana, cleo, ben);
    expect(group).toMatchObject({ kind: 'GROUP', memberCount: 3 });
    expect((await open(cleo, ben, ana)).id).toBe(group.id);
    const notes = await open(ana);
    expect(notes).toMatchObject({ kind: 'DIRECT', memberCount: 1 });
    expect((await open(ana, ana)).id).toBe(notes.id);
    expect(new Set([first.id, group.id, notes.id]).size).toBe(3);
  });

  it('is made once when everybody opens it at the same moment', async () => {
    const [dora, emil] = [await newcomer('Dora'), await newcomer('Emil')];
    const opened = await Promise.all(
      Array.from({ length: 12 }, (_, n) => (n % 2 === 0 ? open(dora, emil) : open(emil, dora))),
    );
    expect(new Set(opened.map((channel) => channel.id)).size).toBe(1);
    const channelId = opened[0]?.id ?? '';
    const { seq, memberCount } = await db().channel.findUniqueOrThrow({ where: { id: channelId } });
    expect({ seq, memberCount }).toEqual({ seq: 3, memberCount: 2 });
    expect(await db().channelMember.count({ where: { channelId } })).toBe(2);
  });

  it('holds eight people and no more', async () => {
    const eight = await Promise.all(Array.from({ length: 8 }, (_, n) => newcomer(`Guest ${n}`)));
    await expect(open(ana, ...eight)).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    expect((await open(ana, ...eight.slice(1))).memberCount).toBe(8);
  });

  it('reaches nobody outside the workspace, and by a guest nobody but people of their channels', async () => {
    const eve = await makePerson(realtime, 'Eve');
    await expect(open(ana, eve)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(eve.call.direct.open({ workspaceId, userIds: [] })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const room = await ana.call.channel.create({ workspaceId, name: 'guests', kind: 'PRIVATE' });
    const { url } = await ana.call.workspace.invite({ workspaceId, role: 'GUEST', channelIds: [room.id] });
    const gil = await makePerson(realtime, 'Gil');
    await gil.call.workspace.joinByInvite({ token: url.slice(url.lastIndexOf('/') + 1) });
    await expect(open(gil, ben)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await open(gil, ana)).toMatchObject({ kind: 'DIRECT' });
    expect(await open(ben, gil)).toMatchObject({ kind: 'DIRECT' });
  });

  it('is refused what makes no sense in it', async () => {
    const { id: channelId } = await open(ana, ben);
    const refused = { code: 'FORBIDDEN', cause: { reason: 'DIRECT' } };
    const { channel } = ana.call;
    await expect(channel.join({ channelId })).rejects.toMatchObject(refused);
    await expect(channel.leave({ channelId })).rejects.toMatchObject(refused);
    await expect(channel.kick({ channelId, userId: ben.user.id })).rejects.toMatchObject(refused);
    await expect(channel.update({ channelId, name: 'us' })).rejects.toMatchObject(refused);
    await expect(channel.archive({ channelId })).rejects.toMatchObject(refused);
    await expect(channel.delete({ channelId })).rejects.toMatchObject(refused);
    await expect(channel.addMembers({ channelId, userIds: [cleo.user.id] })).rejects.toMatchObject(refused);
    await expect(channel.setMemberRole({ channelId, userId: ben.user.id, role: 'OWNER' })).rejects.toMatchObject(
      refused,
    );
  });

  it('is moderated by nobody: what one said, an owner of the workspace neither deletes nor looks back into', async () => {
    const channels = [await open(ana, ben), await open(ana, ben, cleo)];
    for (const { id: channelId } of channels) {
      const { id } = await send(ben, channelId, 'mine');
      await ben.call.message.edit({ id, body: 'still mine' });
      await expect(ana.call.message.delete({ id })).rejects.toMatchObject({ code: 'FORBIDDEN' });
      await expect(ana.call.message.history({ id })).rejects.toMatchObject({ code: 'FORBIDDEN' });
      expect(await ana.call.message.get({ id })).toMatchObject({ body: 'still mine', deletedAt: null });
      expect(await ben.call.message.delete({ id })).toMatchObject({ deletedBy: 'AUTHOR' });
    }
    const { id } = await send(ben, generalId);
    expect(await ana.call.message.delete({ id })).toMatchObject({ deletedBy: 'ADMIN' });
  });

  it('exists for nobody else', async () => {
    const { id: channelId } = await open(ana, ben);
    await send(ana, channelId);
    const nothing = { code: 'NOT_FOUND' };
    await expect(cleo.call.channel.get({ channelId })).rejects.toMatchObject(nothing);
    await expect(cleo.call.channel.join({ channelId })).rejects.toMatchObject(nothing);
    await expect(cleo.call.message.list({ channelId })).rejects.toMatchObject(nothing);
    await expect(cleo.call.direct.close({ channelId })).rejects.toMatchObject(nothing);
    expect(await listed(cleo)).not.toContain(channelId);
    const { items } = await ana.call.channel.browse({ workspaceId });
    expect(items.map((channel) => channel.id)).not.toContain(channelId);
  });

  it('counts each message as one that calls its reader', async () => {
    const { id: channelId } = await open(ana, cleo);
    await send(ana, channelId, 'one');
    await send(ana, channelId, 'two');
    expect((await cleo.call.channel.get({ channelId })).membership).toMatchObject({ unread: 2, mentions: 2 });
    expect((await ana.call.channel.get({ channelId })).membership).toMatchObject({ unread: 0, mentions: 0 });
  });
});

describe('the list of conversations', () => {
  it('has a new one at once for who opened it, and for the other with its first message', async () => {
    const hana = await newcomer('Hana');
    const inbox = await openInbox(realtime, hana, workspaceId);
    const { id: channelId } = await open(ana, hana);
    expect(await listed(ana)).toContain(channelId);
    expect(await listed(hana)).not.toContain(channelId);
    await send(ana, channelId);
    expect(await inbox.next('channelAdded')).toEqual({ type: 'channelAdded', channelId });
    expect(await inbox.next('channelActivity')).toMatchObject({ channelId, unread: 1, mentions: 1 });
    expect(inbox.said.filter((event) => event.type === 'channelAdded')).toHaveLength(1);
    const [mine] = (await hana.call.direct.list({ workspaceId })).items;
    expect(mine).toMatchObject({ id: channelId, membership: { unread: 1 }, lastMessage: { body: 'hello' } });
    expect(mine?.people?.map((person) => person.displayName)).toEqual(['Ana', 'Hana']);
    inbox.close();
  });

  it('loses one that is closed, for that person alone, until its next message', async () => {
    const { id: channelId } = await open(ana, ben);
    await send(ana, channelId);
    const inbox = await openInbox(realtime, ben, workspaceId);
    await ben.call.direct.close({ channelId });
    expect(await inbox.next('channelRemoved')).toEqual({ type: 'channelRemoved', channelId });
    expect(await listed(ben)).not.toContain(channelId);
    expect(await listed(ana)).toContain(channelId);
    const { id } = await send(ana, channelId, 'are you there?');
    expect(await inbox.next('channelAdded')).toEqual({ type: 'channelAdded', channelId });
    await ben.call.direct.close({ channelId });
    await ana.call.message.edit({ id, body: 'are you here?' });
    expect(await listed(ben)).not.toContain(channelId);
    await open(ben, ana);
    expect(await listed(ben)).toContain(channelId);
    inbox.close();
  });

  it('closes no channel', async () => {
    await expect(ana.call.direct.close({ channelId: generalId })).rejects.toMatchObject({
      code: 'FORBIDDEN',
      cause: { reason: 'NOT_DIRECT' },
    });
  });

  it('keeps what was said with somebody who left, and finds it again when they are back', async () => {
    const ivo = await newcomer('Ivo');
    const { id: channelId } = await open(ana, ivo);
    await send(ana, channelId, 'before');
    await ana.call.workspace.removeMember({ workspaceId, userId: ivo.user.id });
    await expect(ivo.call.message.list({ channelId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const kept = await open(ana, ivo);
    expect(kept).toMatchObject({ id: channelId, memberCount: 1, lastMessage: { body: 'before' } });
    expect(kept.people?.map((person) => person.displayName)).toEqual(['Ana', 'Ivo']);
    const { url } = await ana.call.workspace.invite({ workspaceId });
    await ivo.call.workspace.joinByInvite({ token: url.slice(url.lastIndexOf('/') + 1) });
    expect(await open(ana, ivo)).toMatchObject({ id: channelId, memberCount: 2 });
    await send(ana, channelId, 'after');
    expect(await listed(ivo)).toContain(channelId);
  });
});
