import { newId } from '@parley/db/ids';
import { useTestDatabase } from '@parley/db/testing/test-database';
import type { ChannelSignal, PresenceChange } from '@parley/realtime/signals';
import { beforeEach, describe, expect, it } from 'vitest';
import { Watch } from '../../test/hardening/watch.ts';
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

beforeEach(async () => {
  [ana, ben, cleo] = await Promise.all([
    makePerson(realtime, 'Ana'),
    makePerson(realtime, 'Ben'),
    makePerson(realtime, 'Cleo'),
  ]);
  ({ id: workspaceId, generalId } = await makeWorkspace(ana, [ben, cleo]));
});

const beat = (person: Person) => person.call.presence.heartbeat({ deviceId: 'phone', status: 'ONLINE' });
const send = (person: Person, channelId: string, body = 'hello') =>
  person.call.message.send({ channelId, body, nonce: newId() });
const openWith = (person: Person, other: Person) => person.call.direct.open({ workspaceId, userIds: [other.user.id] });
const statusOf = async (viewer: Person, person: Person) =>
  (await viewer.call.presence.get({ userIds: [person.user.id] }))[0]?.status;
const watchPresence = (viewer: Person, person: Person) =>
  new Watch<PresenceChange>({ realtime, person: viewer }, (call) =>
    call.presence.onChange({ userIds: [person.user.id] }),
  );

describe('somebody who is blocked', () => {
  it('sees the other offline from that moment on, and is seen so, until it is taken back', async () => {
    await Promise.all([beat(ana), beat(ben)]);
    const [byAna, byBen] = [watchPresence(ana, ben), watchPresence(ben, ana)];
    await byAna.until(({ status }) => status === 'ONLINE');
    await byBen.until(({ status }) => status === 'ONLINE');
    await ana.call.user.block({ id: ben.user.id });
    await byAna.until(({ status }) => status === 'OFFLINE');
    const { lastActiveAt } = await byBen.until(({ status }) => status === 'OFFLINE');
    expect(Date.parse(lastActiveAt ?? '')).toBeLessThanOrEqual(Date.now());
    expect(await statusOf(ben, ana)).toBe('OFFLINE');
    expect(await statusOf(cleo, ana)).toBe('ONLINE');
    const before = byBen.said.length;
    await realtime.presence.leave({ userId: ana.user.id, deviceId: 'phone' });
    await beat(ana);
    await ana.call.user.unblock({ id: ben.user.id });
    await byBen.until((change) => byBen.said.indexOf(change) >= before && change.status === 'ONLINE');
    expect(byBen.said).toHaveLength(before + 1);
    byAna.close();
    byBen.close();
  });

  it('is not heard typing, nor hears it', async () => {
    const open = (person: Person) =>
      new Watch<ChannelSignal>({ realtime, person }, (call) => call.channel.onSignal({ channelId: generalId }));
    const [byAna, byBen] = [open(ana), open(ben)];
    const heard = async (watch: Watch<ChannelSignal>, person: Person) => {
      const from = watch.said.length;
      const repeat = setInterval(() => void person.call.typing.stop({ channelId: generalId }), 20);
      await watch.until((signal) => watch.said.indexOf(signal) >= from && signal.userId === person.user.id);
      clearInterval(repeat);
    };
    await Promise.all([heard(byAna, cleo), heard(byBen, cleo)]);
    await ben.call.user.block({ id: ana.user.id });
    await ana.call.typing.stop({ channelId: generalId });
    await ben.call.typing.stop({ channelId: generalId });
    await Promise.all([heard(byAna, cleo), heard(byBen, cleo)]);
    expect([...byAna.said, ...byBen.said].every((signal) => signal.userId === cleo.user.id)).toBe(true);
    byAna.close();
    byBen.close();
  });

  it('writes what nobody hears of, and nothing of it is lost', async () => {
    const { id: channelId } = await openWith(ana, ben);
    await send(ben, channelId, 'before');
    const inbox = await openInbox(realtime, ana, workspaceId);
    await ana.call.user.block({ id: ben.user.id });
    expect(await inbox.next('channelRemoved')).toMatchObject({ channelId });
    expect(await send(ben, channelId, 'meanwhile')).toMatchObject({ body: 'meanwhile' });
    expect((await openWith(ben, ana)).id).toBe(channelId);
    const listed = async () => (await ana.call.channel.list({ workspaceId })).items.map((channel) => channel.id);
    expect(await listed()).not.toContain(channelId);
    await expect(send(ana, channelId)).rejects.toMatchObject({
      code: 'FORBIDDEN',
      cause: { reason: 'BLOCKED_BY_YOU' },
    });
    await ana.call.user.unblock({ id: ben.user.id });
    expect(await inbox.next('channelAdded')).toMatchObject({ channelId });
    expect(inbox.said.filter((event) => event.type === 'channelActivity')).toEqual([]);
    const { items } = await ana.call.message.list({ channelId });
    expect(items.map((message) => message.body)).toEqual(['before', 'meanwhile']);
    expect(await listed()).toContain(channelId);
    inbox.close();
  });

  it('may begin a conversation that the other does not hear of, whom they cannot tell from somebody offline', async () => {
    await ana.call.user.block({ id: ben.user.id });
    await expect(openWith(ana, ben)).rejects.toMatchObject({ code: 'FORBIDDEN', cause: { reason: 'BLOCKED_BY_YOU' } });
    const { id: channelId } = await openWith(ben, ana);
    await send(ben, channelId);
    expect((await ana.call.direct.list({ workspaceId })).items).toEqual([]);
  });

  it('calls, answers and reacts to nobody in a conversation that the other does not hear of', async () => {
    const { id: channelId } = await openWith(ana, ben);
    const { id } = await send(ana, channelId, 'a question');
    const concerns = async () => {
      const { items } = await ana.call.mention.list({ workspaceId });
      const { items: threads, unreadThreads } = await ana.call.thread.inbox({ workspaceId });
      return { kinds: items.map(({ kind }) => kind).sort(), threads: threads.length, unreadThreads };
    };
    await ana.call.user.block({ id: ben.user.id });
    const inbox = await openInbox(realtime, ana, workspaceId);
    await send(ben, channelId, `<@${ana.user.id}>`);
    await ben.call.message.send({ channelId, body: 'answer me', parentId: id, nonce: newId() });
    await ben.call.message.react({ id, emoji: '👎' });
    expect(await concerns()).toEqual({ kinds: [], threads: 0, unreadThreads: 0 });
    await send(cleo, generalId);
    await inbox.next('channelActivity');
    const told = inbox.said.map(({ type }) => type);
    expect(told.filter((type) => type !== 'ready')).toEqual(['channelActivity']);
    await ana.call.user.unblock({ id: ben.user.id });
    expect(await concerns()).toEqual({ kinds: ['MENTION', 'REACTION', 'REPLY'], threads: 1, unreadThreads: 1 });
    inbox.close();
  });

  it('cannot count the other among those who are there', async () => {
    const memberIds = [ana.user.id];
    const room = await ben.call.channel.create({ workspaceId, name: 'of two', kind: 'PRIVATE', memberIds });
    await ana.call.account.update({ timezone: 'Europe/Berlin' });
    await Promise.all([beat(ana), beat(ben)]);
    const reach = (person: Person) => person.call.channel.mentionReach({ channelId: room.id });
    expect(await reach(ben)).toMatchObject({ channel: 1, here: 1, hereTimezones: ['Europe/Berlin'] });
    await ana.call.user.block({ id: ben.user.id });
    expect(await reach(ben)).toMatchObject({ channel: 1, here: 0, hereTimezones: [] });
    expect(await reach(ana)).toMatchObject({ channel: 1, here: 0 });
    await ana.call.user.unblock({ id: ben.user.id });
    await ana.call.account.setPrivacy({ presenceSharing: 'NOBODY' });
    expect(await reach(ben)).toMatchObject({ channel: 1, here: 0, hereTimezones: [] });
  });

  it('is told to the blocker alone', async () => {
    const inboxes = [await openInbox(realtime, ana, workspaceId), await openInbox(realtime, ben, workspaceId)] as const;
    await ana.call.user.block({ id: ben.user.id });
    await ana.call.user.block({ id: ben.user.id });
    await inboxes[0].next('blockedChanged');
    await ben.call.user.block({ id: cleo.user.id });
    await inboxes[1].next('blockedChanged');
    for (const inbox of inboxes) {
      expect(inbox.said.filter(({ type }) => type === 'blockedChanged')).toHaveLength(1);
      inbox.close();
    }
    await ben.call.user.unblock({ id: cleo.user.id });
    expect((await ana.call.user.blocked()).items).toMatchObject([{ user: { id: ben.user.id } }]);
    expect((await ben.call.user.blocked()).items).toEqual([]);
    await expect(ana.call.user.block({ id: ana.user.id })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });
});

describe('presence', () => {
  it('is for contacts alone when the person says so: those to whom they wrote', async () => {
    await beat(ana);
    await ana.call.account.setPrivacy({ presenceSharing: 'CONTACTS' });
    const { id: channelId } = await openWith(ben, ana);
    await send(ben, channelId, 'are you there?');
    expect(await statusOf(ben, ana)).toBe('OFFLINE');
    await send(ana, channelId, 'yes');
    expect(await statusOf(ben, ana)).toBe('ONLINE');
    expect(await statusOf(cleo, ana)).toBe('OFFLINE');
    expect(await statusOf(ana, ana)).toBe('ONLINE');
  });

  it('is for nobody at once, also where it is watched', async () => {
    await beat(ana);
    const watch = watchPresence(cleo, ana);
    await watch.until(({ status }) => status === 'ONLINE');
    await ana.call.account.setPrivacy({ presenceSharing: 'NOBODY' });
    expect(await watch.until(({ status }) => status === 'OFFLINE')).toMatchObject({ lastActiveAt: null });
    expect(await ana.call.account.privacy()).toEqual({ presenceSharing: 'NOBODY', readReceipts: true });
    watch.close();
  });
});

describe('a status', () => {
  it('is seen by others, told at once, and over when its time is', async () => {
    const inbox = await openInbox(realtime, ben, workspaceId);
    const expiresAt = new Date(Date.now() + 60_000).toISOString();
    await ana.call.account.setStatus({ emoji: '🌴', text: 'On holiday', expiresAt });
    const status = { emoji: '🌴', text: 'On holiday', expiresAt };
    expect(await inbox.next('personChanged')).toMatchObject({ user: { id: ana.user.id, status } });
    expect((await ben.call.user.get({ id: ana.user.id })).status).toEqual(status);
    await expect(ana.call.account.setStatus({ text: 'late', expiresAt: '2020-01-01T00:00:00Z' })).rejects.toMatchObject(
      { code: 'BAD_REQUEST' },
    );
    expect((await ana.call.account.setStatus({})).status).toBeNull();
    inbox.close();
  });
});
