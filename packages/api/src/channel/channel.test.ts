import { newId } from '@parley/db/ids';
import { pool } from '@parley/db/pool';
import { useTestDatabase } from '@parley/db/testing/test-database';
import { beforeAll, describe, expect, it } from 'vitest';
import { codesOf } from '../../test/codes.ts';
import { createTestRealtime } from '../../test/realtime.ts';
import { makePerson, makeWorkspace, type Person } from '../../test/world.ts';

useTestDatabase();
const realtime = createTestRealtime();
let ana: Person;
let ben: Person;
let cem: Person;
let eve: Person;
let workspaceId: string;
let generalId: string;

beforeAll(async () => {
  [ana, ben, cem, eve] = await Promise.all([
    makePerson(realtime, 'Ana'),
    makePerson(realtime, 'Ben'),
    makePerson(realtime, 'Cem'),
    makePerson(realtime, 'Eve'),
  ]);
  ({ id: workspaceId, generalId } = await makeWorkspace(ana, [ben, cem]));
  await makeWorkspace(eve);
});

/** Every number of the channel belongs to something that is still to be seen, or was replaced by a later one. */
async function numbers(channelId: string): Promise<{ head: number; members: number; counted: number }> {
  const { rows } = await pool().query(
    `SELECT c.seq AS head, c."memberCount" AS counted,
      (SELECT count(*)::int FROM "ChannelMember" m WHERE m."channelId" = c.id AND m."leftAt" IS NULL) AS members
      FROM "Channel" c WHERE c.id = $1`,
    [channelId],
  );
  return rows[0];
}

describe('making channels', () => {
  it('numbers the channel, its maker and its first members from 1', async () => {
    const channel = await ben.call.channel.create({
      workspaceId,
      name: 'Launch',
      topic: 'Soon',
      memberIds: [cem.user.id],
    });
    expect(channel).toMatchObject({
      name: 'Launch',
      topic: 'Soon',
      seq: 3,
      memberCount: 2,
      membership: { role: 'OWNER', unread: 0 },
    });
    const { items } = await ben.call.message.changes({ channelId: channel.id, sinceSeq: 0 });
    expect(items.map(({ seq, event }) => [seq, event.type])).toEqual([
      [1, 'channel'],
      [2, 'member'],
      [3, 'member'],
    ]);
  });

  it.each([
    ['launch plan', 'Launch Plan'],
    ['straße', 'STRAßE'],
    ['ﬁnance', 'finance'],
  ])('tells %j from %j, which looks the same', async (first, second) => {
    await ana.call.channel.create({ workspaceId, name: first });
    await expect(ana.call.channel.create({ workspaceId, name: second })).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it.each(['ops\u200b', 'a\u202eb', 'a\nb', '\u3164', '#ops', ' '])('refuses the name %j', async (name) => {
    await expect(ana.call.channel.create({ workspaceId, name })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });

  it('takes only people of the workspace', async () => {
    const foreign = ana.call.channel.create({ workspaceId, name: 'mixed', memberIds: [eve.user.id] });
    await expect(foreign).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(ana.call.channel.create({ workspaceId, name: 'mixed' })).resolves.toMatchObject({ memberCount: 1 });
  });

  it('is closed to another workspace', async () => {
    await expect(eve.call.channel.create({ workspaceId, name: 'spy' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(eve.call.channel.list({ workspaceId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(eve.call.channel.browse({ workspaceId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('coming and going', () => {
  it('lets anyone into a public channel, once however often they ask', async () => {
    const { id: channelId } = await ana.call.channel.create({ workspaceId, name: 'open house' });
    await Promise.all(Array.from({ length: 6 }, () => ben.call.channel.join({ channelId })));
    // The channel, its owner, Ben, and the note that he joined.
    expect(await numbers(channelId)).toEqual({ head: 4, members: 2, counted: 2 });
  });

  it('hides a private channel from who is not in it', async () => {
    const { id: channelId } = await ana.call.channel.create({ workspaceId, name: 'hush', kind: 'PRIVATE' });
    const calls = [
      ben.call.channel.get({ channelId }),
      ben.call.channel.join({ channelId }),
      ben.call.channel.leave({ channelId }),
      ben.call.channel.members({ channelId }),
      ben.call.channel.update({ channelId, name: 'mine' }),
      ben.call.channel.archive({ channelId }),
      ben.call.channel.delete({ channelId }),
      ben.call.channel.addMembers({ channelId, userIds: [ben.user.id] }),
      ben.call.channel.markRead({ channelId, seq: 1 }),
      ben.call.channel.star({ channelId }),
    ];
    expect(new Set(await codesOf(calls))).toEqual(new Set(['NOT_FOUND']));
    const { items } = await ben.call.channel.browse({ workspaceId });
    expect(items.map((channel) => channel.name)).not.toContain('hush');
    expect(await numbers(channelId)).toEqual({ head: 2, members: 1, counted: 1 });
  });

  it('leaves a channel with its number and comes back without doubling', async () => {
    const { id: channelId } = await ana.call.channel.create({ workspaceId, name: 'revolving door' });
    await ben.call.channel.join({ channelId });
    await ben.call.channel.leave({ channelId });
    await expect(ben.call.message.list({ channelId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await ben.call.channel.join({ channelId });
    // Each of the three changes takes a number, and so does the note of it.
    expect(await numbers(channelId)).toEqual({ head: 8, members: 2, counted: 2 });
    expect((await ben.call.channel.get({ channelId })).membership).toMatchObject({ unread: 0, lastReadSeq: 7 });
  });

  it('keeps everybody in #general', async () => {
    await expect(ben.call.channel.leave({ channelId: generalId })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(ana.call.channel.archive({ channelId: generalId })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(ana.call.channel.delete({ channelId: generalId })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('keeps an owner, whoever goes', async () => {
    const { id: channelId } = await ana.call.channel.create({ workspaceId, name: 'owned', memberIds: [ben.user.id] });
    await expect(ana.call.channel.leave({ channelId })).rejects.toMatchObject({ code: 'PRECONDITION_FAILED' });
    await ana.call.channel.setMemberRole({ channelId, userId: ben.user.id, role: 'OWNER' });
    await ana.call.channel.leave({ channelId });
    const demoted = ben.call.channel.setMemberRole({ channelId, userId: ben.user.id, role: 'MEMBER' });
    await expect(demoted).rejects.toMatchObject({ code: 'PRECONDITION_FAILED' });
    await expect(numbers(channelId)).resolves.toMatchObject({ members: 1, counted: 1 });
  });

  it('lets only owners take people out', async () => {
    const memberIds = [ben.user.id, cem.user.id];
    const { id: channelId } = await ana.call.channel.create({ workspaceId, name: 'bouncers', memberIds });
    const { head } = await numbers(channelId);
    await expect(ben.call.channel.kick({ channelId, userId: cem.user.id })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    expect(await numbers(channelId)).toEqual({ head, members: 3, counted: 3 });
    await ana.call.channel.kick({ channelId, userId: cem.user.id });
    expect(await numbers(channelId)).toEqual({ head: head + 2, members: 2, counted: 2 });
  });
});

describe('changing a channel', () => {
  it('renames for owners, tells of it by number, and frees the name when it is deleted', async () => {
    const { id: channelId, seq } = await ana.call.channel.create({
      workspaceId,
      name: 'draft',
      memberIds: [ben.user.id],
    });
    await expect(ben.call.channel.update({ channelId, name: 'mine' })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const renamed = await ana.call.channel.update({ channelId, name: 'final' });
    expect(renamed).toMatchObject({ name: 'final', seq: seq + 2 });
    await ana.call.channel.delete({ channelId });
    await expect(ana.call.channel.get({ channelId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(ana.call.message.list({ channelId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(ana.call.channel.create({ workspaceId, name: 'final' })).resolves.toMatchObject({ name: 'final' });
  });

  it('lets nobody give a conversation between people a name or a topic', async () => {
    const { id: channelId } = await ana.call.channel.create({ workspaceId, name: 'the two', kind: 'PRIVATE' });
    for (const kind of ['DIRECT', 'GROUP'] as const) {
      await pool().query(`UPDATE "Channel" SET kind = $2::"ChannelKind" WHERE id = $1`, [channelId, kind]);
      for (const change of [{ name: 'ours' }, { topic: 'us' }, { description: 'of us' }]) {
        await expect(ana.call.channel.update({ channelId, ...change })).rejects.toMatchObject({ code: 'FORBIDDEN' });
      }
    }
  });

  it('archives so that everybody reads and nobody writes, and back', async () => {
    const { id: channelId } = await ana.call.channel.create({ workspaceId, name: 'attic', memberIds: [ben.user.id] });
    await ana.call.channel.archive({ channelId });
    const { seq } = await ana.call.channel.archive({ channelId });
    await expect(ben.call.message.list({ channelId })).resolves.toMatchObject({ seq });
    await expect(ana.call.channel.update({ channelId, topic: 'dust' })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(cem.call.channel.join({ channelId })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await ana.call.channel.unarchive({ channelId });
    await expect(ben.call.message.send({ channelId, body: 'light', nonce: newId() })).resolves.toMatchObject({
      seq: seq + 3,
    });
  });
});

describe('reading', () => {
  it('counts what others wrote after the read position, and moves back only when asked', async () => {
    const { id: channelId } = await ana.call.channel.create({ workspaceId, name: 'counts', memberIds: [ben.user.id] });
    const send = (body: string) => ana.call.message.send({ channelId, body, nonce: newId() });
    const first = await send('one');
    const second = await send(`two <@${ben.user.id}>`);
    await send('three');
    const unread = async () => (await ben.call.channel.get({ channelId })).membership;
    expect(await unread()).toMatchObject({ unread: 3, mentions: 1 });
    expect(await ben.call.channel.markRead({ channelId, seq: second.seq })).toMatchObject({ unread: 1, mentions: 0 });
    expect(await ben.call.channel.markRead({ channelId, seq: first.seq })).toMatchObject({
      lastReadSeq: second.seq,
      unread: 1,
    });
    expect(await ben.call.channel.markUnread({ channelId, seq: first.seq })).toMatchObject({ unread: 3, mentions: 1 });
    await ana.call.message.delete({ id: second.id });
    expect(await unread()).toMatchObject({ unread: 2, mentions: 0 });
    const all = await ben.call.channel.markRead({ channelId, seq: 2_147_483_647 });
    expect(all).toMatchObject({ lastReadSeq: (await ben.call.channel.get({ channelId })).seq, unread: 0 });
    const { items } = await ben.call.channel.list({ workspaceId });
    expect(items.find((channel) => channel.id === channelId)).toMatchObject({
      membership: { unread: 0 },
      lastMessage: { body: 'three' },
    });
  });
});
