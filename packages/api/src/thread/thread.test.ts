import { newId } from '@parley/db/ids';
import { useTestDatabase } from '@parley/db/testing/test-database';
import type { InboxEvent } from '@parley/realtime/signals';
import { beforeAll, describe, expect, it } from 'vitest';
import { openInbox } from '../../test/open-inbox.ts';
import { createTestRealtime } from '../../test/realtime.ts';
import { contextFor, makePerson, makeWorkspace, type Person } from '../../test/world.ts';
import { createCaller } from '../root.ts';

useTestDatabase();
const realtime = createTestRealtime();
let ana: Person;
let ben: Person;
let cem: Person;
let workspaceId: string;
let channelId: string;

beforeAll(async () => {
  ana = await makePerson(realtime, 'Ana');
  ben = await makePerson(realtime, 'Ben');
  cem = await makePerson(realtime, 'Cem');
  ({ id: workspaceId, generalId: channelId } = await makeWorkspace(ana, [ben, cem]));
});

function send(person: Person, body: string, parentId?: string) {
  return person.call.message.send({ channelId, body, nonce: newId(), ...(parentId ? { parentId } : {}) });
}

async function placeOf(person: Person, parentId: string) {
  return (await person.call.thread.get({ parentId })).place;
}

describe('a thread', () => {
  it('is read in pages, from either end', async () => {
    const parent = await send(ana, 'parent');
    const ids: string[] = [];
    for (let n = 0; n < 5; n += 1) ids.push((await send(ben, `reply ${n}`, parent.id)).id);
    for (const direction of ['BACKWARD', 'FORWARD'] as const) {
      const read: string[][] = [];
      let cursor: string | undefined;
      do {
        const page = await ana.call.thread.get({ parentId: parent.id, limit: 2, direction, cursor });
        expect(page.parent).toMatchObject({ id: parent.id, thread: { replyCount: 5 } });
        read.push(page.items.map((message) => message.id));
        cursor = page.nextCursor ?? undefined;
      } while (cursor);
      expect((direction === 'BACKWARD' ? read.reverse() : read).flat()).toEqual(ids);
    }
  });

  it('is followed by who wrote it, who answers, and who is called in it', async () => {
    const parent = await send(ana, 'parent');
    await send(ben, 'reply', parent.id);
    expect(await placeOf(ana, parent.id)).toMatchObject({ following: true, unread: 1 });
    expect(await placeOf(ben, parent.id)).toMatchObject({ following: true, unread: 0 });
    expect(await placeOf(cem, parent.id)).toMatchObject({ following: false, unread: 0 });
    const calling = await send(ben, `look, <@${cem.user.id}>`, parent.id);
    expect(await placeOf(cem, parent.id)).toMatchObject({ following: true, unread: 1 });
    await cem.call.thread.markRead({ parentId: parent.id, seq: calling.seq });
    await cem.call.thread.unfollow({ parentId: parent.id });
    await send(ana, 'more', parent.id);
    expect(await placeOf(cem, parent.id)).toMatchObject({ following: false, unread: 0 });
    await send(cem, 'me too', parent.id);
    expect(await placeOf(cem, parent.id)).toMatchObject({ following: true, unread: 0 });
  });

  it('is read up to a number, never back, and a deleted reply is not unread', async () => {
    const parent = await send(ana, 'parent');
    const first = await send(ben, 'first', parent.id);
    const second = await send(ben, 'second', parent.id);
    const read = { parentId: parent.id, following: true, lastReadSeq: first.seq, unread: 1 };
    expect(await ana.call.thread.markRead({ parentId: parent.id, seq: first.seq })).toEqual(read);
    expect(await ana.call.thread.markRead({ parentId: parent.id, seq: 1 })).toEqual(read);
    await ben.call.message.delete({ id: second.id });
    expect(await placeOf(ana, parent.id)).toMatchObject({ unread: 0 });
  });

  it('is unread again from a reply on, by hand, for who did not follow it too, on all their devices', async () => {
    const parent = await send(ana, 'parent');
    const first = await send(ben, 'first', parent.id);
    const second = await send(ben, 'second', parent.id);
    await ana.call.thread.markRead({ parentId: parent.id, seq: second.seq });
    const inbox = await openInbox(realtime, ana, workspaceId);
    const back = { parentId: parent.id, following: true, lastReadSeq: first.seq - 1, unread: 2 };
    expect(await ana.call.thread.markUnread({ parentId: parent.id, seq: first.seq })).toEqual(back);
    expect(await inbox.next('threadActivity')).toMatchObject({
      parentId: parent.id,
      lastReadSeq: first.seq - 1,
      unread: 2,
    });
    inbox.close();
    expect(await placeOf(ana, parent.id)).toEqual(back);
    expect(await cem.call.thread.markUnread({ parentId: parent.id, seq: second.seq })).toMatchObject({
      following: true,
      unread: 1,
    });
    const far = await cem.call.thread.markUnread({ parentId: parent.id, seq: 2_000_000_000 });
    expect(far).toMatchObject({ unread: 0 });
    await send(ben, 'third', parent.id);
    expect(await placeOf(cem, parent.id)).toMatchObject({ unread: 1 });
  });

  it('stands in the inbox of who follows it, what is unread first', async () => {
    const dan = await makePerson(realtime, 'Dan');
    const { url } = await ana.call.workspace.invite({ workspaceId });
    await dan.call.workspace.joinByInvite({ token: url.slice(url.lastIndexOf('/') + 1) });
    const parents = [await send(dan, 'one'), await send(dan, 'two'), await send(dan, 'three')];
    const [one, two, three] = parents.map((parent) => parent.id);
    if (!one || !two || !three) throw new Error('There are three.');
    for (const id of [one, two, three]) await send(ben, `to ${id}`, id);
    const newest = await send(ben, 'again', three);
    await dan.call.thread.markRead({ parentId: three, seq: newest.seq });
    const first = await dan.call.thread.inbox({ workspaceId, limit: 2 });
    const second = await dan.call.thread.inbox({ workspaceId, limit: 2, cursor: first.nextCursor ?? undefined });
    expect(first.unreadThreads).toBe(2);
    const items = [...first.items, ...second.items];
    expect(items.map((item) => [item.parent.id, item.place.unread])).toEqual([
      [two, 1],
      [one, 1],
      [three, 0],
    ]);
    expect(items[2]?.latest.map((message) => message.id).at(-1)).toBe(newest.id);
    expect(items[0]?.parent).toEqual(await dan.call.message.get({ id: two }));
    await ana.call.workspace.removeMember({ workspaceId, userId: dan.user.id });
    await expect(dan.call.thread.inbox({ workspaceId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(dan.call.thread.get({ parentId: one })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('below a reply is none', async () => {
    const parent = await send(ana, 'parent');
    const reply = await send(ben, 'reply', parent.id);
    await expect(ana.call.thread.get({ parentId: reply.id })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });

  it('tells the inboxes of who follows it, and not those of who left its channel', async () => {
    const room = await ana.call.channel.create({
      workspaceId,
      name: newId(),
      kind: 'PRIVATE',
      memberIds: [ben.user.id, cem.user.id],
    });
    const write = (person: Person, body: string, parentId?: string) =>
      person.call.message.send({ channelId: room.id, body, nonce: newId(), ...(parentId ? { parentId } : {}) });
    const parent = await write(ana, 'parent');
    await write(cem, 'reply', parent.id);
    const heard = new Map<Person, InboxEvent[]>();
    const abort = new AbortController();
    const streams = [ana, cem].map(async (person) => {
      const events: InboxEvent[] = [];
      heard.set(person, events);
      const call = createCaller(contextFor(realtime, person), { signal: abort.signal });
      for await (const event of await call.inbox({ workspaceId })) {
        events.push(event);
        if (events.filter(({ type }) => type === 'threadActivity').length === 2) break;
      }
    });
    await expect.poll(() => [...heard.values()].map((events) => events[0]?.type)).toEqual(['ready', 'ready']);
    const reply = await write(ben, 'reply', parent.id);
    const unread = 2;
    await expect
      .poll(() => heard.get(ana))
      .toContainEqual({
        type: 'threadActivity',
        parentId: parent.id,
        channelId: room.id,
        seq: reply.seq + 1,
        lastReadSeq: parent.seq,
        unread,
      });
    await expect.poll(() => heard.get(cem)?.map(({ type }) => type)).toContain('threadActivity');
    await ana.call.channel.kick({ channelId: room.id, userId: cem.user.id });
    const later = await write(ben, 'reply', parent.id);
    await expect.poll(() => heard.get(ana)).toContainEqual(expect.objectContaining({ seq: later.seq + 1, unread: 3 }));
    expect(heard.get(cem)?.filter((event) => event.type === 'threadActivity')).toHaveLength(1);
    abort.abort();
    await Promise.all(streams);
  });
});
