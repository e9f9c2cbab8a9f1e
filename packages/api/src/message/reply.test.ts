import { newId } from '@parley/db/ids';
import { useTestDatabase } from '@parley/db/testing/test-database';
import { beforeAll, describe, expect, it } from 'vitest';
import { createTestRealtime } from '../../test/realtime.ts';
import { makePerson, makeWorkspace, type Person } from '../../test/world.ts';

useTestDatabase();
const realtime = createTestRealtime();
let ana: Person;
let ben: Person;
let eve: Person;
let channelId: string;

beforeAll(async () => {
  ana = await makePerson(realtime, 'Ana');
  ben = await makePerson(realtime, 'Ben');
  eve = await makePerson(realtime, 'Eve');
  ({ generalId: channelId } = await makeWorkspace(ana, [ben]));
});

function send(person: Person, body: string, more: { parentId?: string; alsoToChannel?: boolean } = {}) {
  return person.call.message.send({ channelId, body, nonce: newId(), ...more });
}

async function changesAfter(seq: number) {
  const { items } = await ana.call.message.changes({ channelId, sinceSeq: seq });
  return items.flatMap(({ event }) => (event.type === 'message' ? [event.message] : []));
}

describe('a reply', () => {
  it('takes the next number, and its parent the one after it', async () => {
    const parent = await send(ana, 'parent');
    const reply = await send(ben, 'reply', { parentId: parent.id });
    expect(reply).toMatchObject({ parentId: parent.id, alsoToChannel: false, seq: parent.seq + 1, thread: null });
    const [first, second] = await changesAfter(parent.seq);
    expect(first).toEqual(reply);
    expect(second).toMatchObject({
      id: parent.id,
      changeSeq: reply.seq + 1,
      thread: { replyCount: 1, lastReplyAt: reply.createdAt, participantIds: [ben.user.id] },
    });
    expect(await ana.call.message.get({ id: parent.id })).toEqual(second);
  });

  it('stands on the timeline only when it is sent to the channel too', async () => {
    const parent = await send(ana, 'parent');
    const hidden = await send(ben, 'in the thread', { parentId: parent.id });
    const shown = await send(ben, 'for all', { parentId: parent.id, alsoToChannel: true });
    const { items } = await ana.call.message.list({ channelId, limit: 3 });
    const ids = items.map((message) => message.id);
    expect(ids).toContain(shown.id);
    expect(ids).not.toContain(hidden.id);
    expect((await changesAfter(parent.seq)).map((message) => message.id)).toEqual([hidden.id, shown.id, parent.id]);
  });

  it('to a reply is refused, and to what is not in this channel not found', async () => {
    const parent = await send(ana, 'parent');
    const reply = await send(ben, 'reply', { parentId: parent.id });
    await expect(send(ana, 'deeper', { parentId: reply.id })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    await expect(send(ana, 'nowhere', { parentId: newId() })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(send(eve, 'from outside', { parentId: parent.id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await ana.call.message.get({ id: parent.id })).thread?.replyCount).toBe(1);
  });

  it('is the same one for the same nonce, and CONFLICT for the same nonce in another thread', async () => {
    const [one, two] = [await send(ana, 'one'), await send(ana, 'two')];
    const nonce = newId();
    const sends = Array.from({ length: 6 }, () =>
      ben.call.message.send({ channelId, body: 'once', nonce, parentId: one.id }),
    );
    const answers = await Promise.all(sends);
    expect(new Set(answers.map((message) => message.id)).size).toBe(1);
    expect((await ana.call.message.get({ id: one.id })).thread?.replyCount).toBe(1);
    const elsewhere = { channelId, body: 'once', nonce };
    await expect(ben.call.message.send({ ...elsewhere, parentId: two.id })).rejects.toMatchObject({ code: 'CONFLICT' });
    await expect(ben.call.message.send(elsewhere)).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('that is deleted is counted no more', async () => {
    const parent = await send(ana, 'parent');
    const first = await send(ben, 'first', { parentId: parent.id });
    const second = await send(ana, 'second', { parentId: parent.id });
    await ana.call.message.delete({ id: second.id });
    const after = await ana.call.message.get({ id: parent.id });
    const participantIds = [ben.user.id];
    expect(after.thread).toEqual({ replyCount: 1, lastReplyAt: first.createdAt, participantIds });
    await ben.call.message.delete({ id: first.id });
    expect((await ana.call.message.get({ id: parent.id })).thread).toBeNull();
    const [last] = (await changesAfter(after.changeSeq)).slice(-1);
    expect(last).toMatchObject({ id: parent.id, thread: null });
  });

  it('counts right from many at once', async () => {
    const parent = await send(ana, 'parent');
    const writers = [ana, ben, ana, ben, ana, ben, ana, ben];
    const replies = await Promise.all(writers.map((person) => send(person, 'reply', { parentId: parent.id })));
    const { thread } = await ana.call.message.get({ id: parent.id });
    expect(thread?.replyCount).toBe(8);
    expect([...(thread?.participantIds ?? [])].sort()).toEqual([ana.user.id, ben.user.id].sort());
    expect(new Set(replies.map((reply) => reply.seq)).size).toBe(8);
  });

  it('is no unread of the channel, and a mention in it is a mention', async () => {
    const membership = async () => (await ben.call.channel.get({ channelId })).membership;
    const parent = await send(ana, 'parent');
    await ben.call.channel.markRead({ channelId, seq: parent.seq });
    await send(ana, 'reply', { parentId: parent.id });
    expect(await membership()).toMatchObject({ unread: 0, mentions: 0 });
    const calling = await send(ana, `hello <@${ben.user.id}>`, { parentId: parent.id });
    expect(calling.mentions.userIds).toEqual([ben.user.id]);
    expect(await membership()).toMatchObject({ unread: 0, mentions: 1 });
    await ben.call.channel.markRead({ channelId, seq: calling.seq });
    expect(await membership()).toMatchObject({ unread: 0, mentions: 0 });
  });

  it('calls nobody who is not in the workspace', async () => {
    const sent = await send(ana, `hello <@${eve.user.id}> and <@${ben.user.id}>`);
    expect(sent.mentions.userIds).toEqual([ben.user.id]);
    expect(await ben.call.message.get({ id: sent.id })).toEqual(sent);
    const edited = await ana.call.message.edit({ id: sent.id, body: `just <@${ana.user.id}> <!here>` });
    expect(edited.mentions).toEqual({ userIds: [ana.user.id], channel: false, here: true });
  });
});
