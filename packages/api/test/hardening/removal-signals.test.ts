import { newId } from '@parley/db/ids';
import { useTestDatabase } from '@parley/db/testing/test-database';
import type { InboxEvent, PresenceChange } from '@parley/realtime/signals';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { startHeadCheck } from '../../src/channel/start-head-check.ts';
import { newToken } from '../../src/testing/matrix/cast.ts';
import { unlimited } from '../../src/testing/unlimited.ts';
import { createRealtimeOn } from '../realtime.ts';
import { makePerson, makeWorkspace, type Person } from '../world.ts';
import { deafBus } from './deaf-bus.ts';
import { Watch } from './watch.ts';

useTestDatabase();

let loses: (topic: string) => boolean = () => false;
const realtime = unlimited(createRealtimeOn(deafBus((topic) => loses(topic))));
const stopCheck = startHeadCheck(realtime, 50);
let owner: Person;
let member: Person;
let workspaceId: string;
let generalId: string;
let channelId: string;

beforeEach(async () => {
  loses = () => false;
  owner = await makePerson(realtime, 'Owner');
  member = await makePerson(realtime, 'Member');
  ({ id: workspaceId, generalId } = await makeWorkspace(owner, [member]));
  ({ id: channelId } = await openChannel([member]));
});
afterAll(() => {
  stopCheck();
  realtime.hub.close();
});

function openChannel(people: readonly Person[]) {
  const memberIds = people.map((person) => person.user.id);
  return owner.call.channel.create({ workspaceId, name: `room ${newId()}`, kind: 'PRIVATE', memberIds });
}

async function openInbox(): Promise<Watch<InboxEvent>> {
  const inbox = new Watch({ realtime, person: member }, (call) => call.inbox({ workspaceId }));
  await inbox.until(({ type }) => type === 'ready');
  return inbox;
}

/** Something that the member hears of in any case; what was said before has been heard by then. */
async function hearOfGeneral(inbox: Watch<InboxEvent>): Promise<void> {
  const { seq } = await owner.call.message.send({ channelId: generalId, body: 'hello', nonce: newId() });
  await inbox.until((event) => event.type === 'channelActivity' && event.channelId === generalId && event.seq >= seq);
}

function saidOfRoom(inbox: Watch<InboxEvent>): string[] {
  return inbox.said.flatMap((event) => ('channelId' in event && event.channelId === channelId ? [event.type] : []));
}

describe('the inbox of somebody who was taken out of a channel', () => {
  it('says so once, and nothing of it from then on', async () => {
    const inbox = await openInbox();
    await owner.call.channel.kick({ channelId, userId: member.user.id });
    await owner.call.message.send({ channelId, body: 'behind your back', nonce: newId() });
    await owner.call.channel.update({ channelId, name: `secret ${newId()}` });
    await hearOfGeneral(inbox);
    expect(saidOfRoom(inbox)).toEqual(['channelRemoved']);
    inbox.close();
  });

  it('finds out by itself when the word of it was lost', async () => {
    const inbox = await openInbox();
    loses = () => true;
    await owner.call.channel.kick({ channelId, userId: member.user.id });
    loses = () => false;
    await owner.call.channel.update({ channelId, name: `secret ${newId()}` });
    await owner.call.message.send({ channelId, body: 'behind your back', nonce: newId() });
    await inbox.until((event) => event.type === 'channelRemoved' && event.channelId === channelId);
    await hearOfGeneral(inbox);
    expect(saidOfRoom(inbox)).toEqual(['channelRemoved']);
    inbox.close();
  });
});

describe('the inbox of a workspace that one is out of', () => {
  const ways: Record<string, () => Promise<unknown>> = {
    'was taken out': () => owner.call.workspace.removeMember({ workspaceId, userId: member.user.id }),
    left: () => member.call.workspace.leave({ workspaceId }),
  };

  it.each(Object.entries(ways))('ends at once for somebody who %s', async (_, remove) => {
    const inbox = await openInbox();
    await remove();
    await owner.call.message.send({ channelId, body: 'behind your back', nonce: newId() });
    expect(await inbox.ended).toBe('NOT_FOUND');
    expect(inbox.said.map(({ type }) => type)).not.toContain('channelActivity');
    const again = new Watch({ realtime, person: member }, (call) => call.inbox({ workspaceId }));
    expect(await again.ended).toBe('NOT_FOUND');
  });

  it.each(Object.entries(ways))('ends for somebody who %s, though no word of it came', async (_, remove) => {
    const inbox = await openInbox();
    loses = () => true;
    await remove();
    expect(await inbox.ended).toBe('NOT_FOUND');
  });
});

describe('the inbox of a session that ended', () => {
  it('says so, and that of another session of the same person does not', async () => {
    const inbox = await openInbox();
    const { sessionId } = await newToken(member);
    const other = { ...member, session: { ...member.session, id: sessionId } };
    const elsewhere = new Watch({ realtime, person: other }, (call) => call.inbox({ workspaceId }));
    await elsewhere.until(({ type }) => type === 'ready');
    await member.call.account.revokeSession({ id: sessionId });
    await elsewhere.until(({ type }) => type === 'signedOut');
    await hearOfGeneral(inbox);
    expect(inbox.said.map(({ type }) => type)).not.toContain('signedOut');
    inbox.close();
    elsewhere.close();
  });
});

describe('presence', () => {
  const person = (who: Person) => (change: PresenceChange) => change.userId === who.user.id;
  const online = (who: Person) => who.call.presence.heartbeat({ deviceId: newId(), status: 'ONLINE' });

  async function watchBoth(viewer: Person, other: Person): Promise<Watch<PresenceChange>> {
    const userIds = [viewer.user.id, other.user.id];
    const watch = new Watch({ realtime, person: viewer }, (call) => call.presence.onChange({ userIds }));
    await watch.until(person(other));
    await watch.until(person(viewer));
    return watch;
  }

  async function expectSilence(watch: Watch<PresenceChange>, viewer: Person, other: Person): Promise<void> {
    const before = watch.said.filter(person(other)).length;
    await online(other);
    await online(viewer);
    await watch.until((change) => person(viewer)(change) && change.status === 'ONLINE');
    expect(watch.said.filter(person(other)).length).toBe(before);
    watch.close();
  }

  it('is told as long as one may know of the other', async () => {
    const watch = await watchBoth(member, owner);
    await online(owner);
    const told = watch.until((change) => person(owner)(change) && change.status === 'ONLINE');
    await expect(told).resolves.toMatchObject({ status: 'ONLINE' });
    watch.close();
  });

  it.each(['none', 'all'])(
    'is not told over the end of the workspace that was shared, with hints lost: %s',
    async (lost) => {
      const watch = await watchBoth(member, owner);
      if (lost === 'all') loses = (topic) => !topic.startsWith('presence:');
      await owner.call.workspace.removeMember({ workspaceId, userId: member.user.id });
      await expectSilence(watch, member, owner);
    },
  );

  it('is not told of somebody who went away themselves', async () => {
    const watch = await watchBoth(owner, member);
    await member.call.workspace.leave({ workspaceId });
    await expectSilence(watch, owner, member);
  });

  it.each(['kick', 'delete'] as const)(
    'is not told to a guest of who is in no channel of theirs after a %s',
    async (way) => {
      const guest = await makePerson(realtime, 'Guest');
      const { url } = await owner.call.workspace.invite({ workspaceId, role: 'GUEST', channelIds: [channelId] });
      await guest.call.workspace.joinByInvite({ token: url.slice(url.lastIndexOf('/') + 1) });
      const watch = await watchBoth(guest, member);
      if (way === 'kick') await owner.call.channel.kick({ channelId, userId: member.user.id });
      else await owner.call.channel.delete({ channelId });
      expect(await guest.call.presence.get({ userIds: [member.user.id] })).toEqual([]);
      await expect(guest.call.user.get({ id: member.user.id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expectSilence(watch, guest, member);
    },
  );
});
