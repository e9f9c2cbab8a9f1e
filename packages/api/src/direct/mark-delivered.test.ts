import { newId } from '@parley/db/ids';
import { useTestDatabase } from '@parley/db/testing/test-database';
import type { ChannelSignal } from '@parley/realtime/signals';
import { beforeEach, describe, expect, it } from 'vitest';
import { Watch } from '../../test/hardening/watch.ts';
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

const send = (person: Person, parentId?: string) =>
  person.call.message.send({ channelId: directId, body: 'hello', nonce: newId(), ...(parentId ? { parentId } : {}) });
const tell = async (person: Person, ...positions: ReadonlyArray<readonly [string, number]>) => {
  const input = { workspaceId, positions: positions.map(([channelId, seq]) => ({ channelId, seq })) };
  return (await person.call.direct.markDelivered(input)).moved;
};
const deliveredTo = async (viewer: Person, id: string) => (await viewer.call.message.receipts({ id })).delivered;

/** Listens in the conversation; what was said before it is heard, for the rest. */
async function listen(person: Person, other: Person): Promise<Watch<ChannelSignal>> {
  const watch = new Watch<ChannelSignal>({ realtime, person }, (call) =>
    call.channel.onSignal({ channelId: directId }),
  );
  await hear(watch, other);
  return watch;
}

async function hear(watch: Watch<ChannelSignal>, other: Person): Promise<void> {
  const from = watch.said.length;
  const typed = setInterval(() => void other.call.typing.stop({ channelId: directId }), 20);
  await watch.until((said) => watch.said.indexOf(said) >= from && said.type === 'typing');
  clearInterval(typed);
}

const deliveries = ({ said }: Watch<ChannelSignal>) => said.filter(({ type }) => type === 'delivered');

describe('what a device tells that came to it', () => {
  it('is told to the author, live and when asked, by when it had come', async () => {
    const first = await send(ana);
    expect(await deliveredTo(ana, first.id)).toBeNull();
    const watch = await listen(ana, ben);
    const before = Date.now();
    expect(await tell(ben, [directId, first.seq])).toEqual([{ channelId: directId, seq: first.seq }]);
    const after = Date.now();
    const said = await watch.until(({ type }) => type === 'delivered');
    expect(said).toMatchObject({ channelId: directId, userId: ben.user.id, seq: first.seq });
    const { at = null } = (await deliveredTo(ana, first.id)) ?? {};
    expect(Date.parse(at ?? '')).toBeGreaterThanOrEqual(before);
    expect(Date.parse(at ?? '')).toBeLessThanOrEqual(after);
    expect(said).toMatchObject({ deliveredAt: at });
    const second = await send(ana);
    expect(await deliveredTo(ana, second.id)).toBeNull();
    expect(await deliveredTo(ana, first.id)).toEqual({ at });
    watch.close();
  });

  it('moves forward alone, to messages of the other one alone, and says so once', async () => {
    const [first, second] = [await send(ana), await send(ana)];
    await ana.call.message.react({ id: second.id, emoji: '👍' });
    const watch = await listen(ana, ben);
    const told = await Promise.all([tell(ben, [directId, 1_000]), tell(ben, [directId, 1_000])]);
    expect(told.flat()).toEqual([{ channelId: directId, seq: second.seq }]);
    expect(await tell(ben, [directId, first.seq], [directId, 1_000])).toEqual([]);
    await ana.call.message.react({ id: first.id, emoji: '👍' });
    expect(await tell(ben, [directId, 1_000])).toEqual([]);
    expect(await tell(ana, [directId, 1_000])).toEqual([]);
    expect(await deliveredTo(ana, second.id)).not.toBeNull();
    await hear(watch, ben);
    expect(deliveries(watch)).toHaveLength(1);
    watch.close();
  });

  it('holds for replies, and needs no word of what was read', async () => {
    const root = await send(ana);
    const reply = await send(ana, root.id);
    await tell(ben, [directId, reply.seq]);
    expect(await deliveredTo(ana, reply.id)).not.toBeNull();
    const later = await send(ana);
    await ben.call.channel.markRead({ channelId: directId, seq: later.seq });
    expect(await tell(ben, [directId, later.seq])).toEqual([]);
    expect(await ana.call.message.receipts({ id: later.id })).toMatchObject({ readCount: 1, delivered: { at: null } });
  });

  it('is nothing in one’s own notes', async () => {
    const notes = await ana.call.direct.open({ workspaceId, userIds: [] });
    const note = await ana.call.message.send({ channelId: notes.id, body: 'mine', nonce: newId() });
    expect(await tell(ana, [notes.id, note.seq])).toEqual([]);
    expect(await deliveredTo(ana, note.id)).toBeNull();
  });
});

describe('who may tell', () => {
  it('is who is in all of the conversations of two; else nothing moves', async () => {
    const { id, seq } = await send(ana);
    const group = await ana.call.direct.open({ workspaceId, userIds: [ben.user.id, cleo.user.id] });
    for (const other of [generalId, group.id]) {
      await expect(tell(ben, [directId, seq], [other, 1])).rejects.toMatchObject({
        code: 'FORBIDDEN',
        cause: { reason: 'NOT_DIRECT' },
      });
    }
    for (const other of [newId(), (await ana.call.direct.open({ workspaceId, userIds: [cleo.user.id] })).id]) {
      await expect(tell(ben, [directId, seq], [other, 1])).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
    await expect(tell(cleo, [directId, seq])).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const elsewhere = await makeWorkspace(ben);
    const input = { workspaceId: elsewhere.id, positions: [{ channelId: directId, seq }] };
    await expect(ben.call.direct.markDelivered(input)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await deliveredTo(ana, id)).toBeNull();
  });

  it('tells of some conversations at a time, and of one at least', async () => {
    const positions = Array.from({ length: 101 }, () => ({ channelId: directId, seq: 1 }));
    for (const wrong of [positions, []]) {
      await expect(ben.call.direct.markDelivered({ workspaceId, positions: wrong })).rejects.toMatchObject({
        code: 'BAD_REQUEST',
      });
    }
    await expect(ben.call.direct.markDelivered({ workspaceId, positions: positions.slice(1) })).resolves.toBeDefined();
  });
});

describe('nothing is told, neither live nor of what was delivered before, where', () => {
  const receipts = (person: Person, readReceipts: boolean) => person.call.account.setPrivacy({ readReceipts });
  const presence = (presenceSharing: 'EVERYONE' | 'CONTACTS' | 'NOBODY') =>
    ben.call.account.setPrivacy({ presenceSharing });
  const hidings: Record<string, { hide: () => Promise<unknown>; show: () => Promise<unknown> }> = {
    'the reader gives no receipts': { hide: () => receipts(ben, false), show: () => receipts(ben, true) },
    'the author gives none': { hide: () => receipts(ana, false), show: () => receipts(ana, true) },
    'the reader blocked the author': {
      hide: () => ben.call.user.block({ id: ana.user.id }),
      show: () => ben.call.user.unblock({ id: ana.user.id }),
    },
    'the author blocked the reader': {
      hide: () => ana.call.user.block({ id: ben.user.id }),
      show: () => ana.call.user.unblock({ id: ben.user.id }),
    },
    'the reader hides whether they are there': { hide: () => presence('NOBODY'), show: () => presence('EVERYONE') },
    'the reader shows it to others alone': { hide: () => presence('CONTACTS'), show: () => presence('EVERYONE') },
  };

  it.each(Object.entries(hidings))('%s', async (why, { hide, show }) => {
    const [before, after] = [await send(ana), await send(ana)];
    await tell(ben, [directId, before.seq]);
    expect(await deliveredTo(ana, before.id)).not.toBeNull();
    // Between people of whom one blocked the other nothing at all is heard; else a watch that began by then knows what to keep.
    const early = why.includes('blocked') ? await listen(ana, ben) : null;
    await hide();
    const watch = early ?? (await listen(ana, ben));
    expect(await deliveredTo(ana, before.id)).toBeNull();
    await tell(ben, [directId, after.seq]);
    expect(await deliveredTo(ana, after.id)).toBeNull();
    await show();
    await hear(watch, ben);
    expect(deliveries(watch)).toEqual([]);
    watch.close();
    expect(await deliveredTo(ana, before.id)).not.toBeNull();
  });

  it('but to those to whom the reader wrote, when it is for them', async () => {
    await presence('CONTACTS');
    await send(ben);
    const { id, seq } = await send(ana);
    await tell(ben, [directId, seq]);
    expect(await deliveredTo(ana, id)).not.toBeNull();
  });
});
