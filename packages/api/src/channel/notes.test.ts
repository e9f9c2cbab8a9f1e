import { newId } from '@parley/db/ids';
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
let workspaceId: string;
let channelId: string;

beforeAll(async () => {
  ana = await makePerson(realtime, 'Ana');
  ben = await makePerson(realtime, 'Ben');
  cem = await makePerson(realtime, 'Cem');
  ({ id: workspaceId } = await makeWorkspace(ana, [ben, cem]));
  ({ id: channelId } = await ana.call.channel.create({ workspaceId, name: newId() }));
});

/** What the timeline says since a number: who did it, and what. */
async function saidSince(seq: number) {
  const { items } = await ana.call.message.list({ channelId, limit: 100 });
  const notes = items.filter((message) => message.seq > seq && message.kind === 'SYSTEM');
  return notes.map(({ author, system, body }) => ({ by: author.id, system, body }));
}

async function head(): Promise<number> {
  return (await ana.call.channel.get({ channelId })).seq;
}

const note = (person: Person, system: object) => ({ by: person.user.id, system, body: '' });

describe('the timeline says', () => {
  it('who came and went, and by whom, a line for each', async () => {
    const before = await head();
    await ben.call.channel.join({ channelId });
    await ben.call.channel.join({ channelId });
    await ana.call.channel.addMembers({ channelId, userIds: [cem.user.id] });
    await ben.call.channel.leave({ channelId });
    await ana.call.channel.kick({ channelId, userId: cem.user.id });
    expect(await saidSince(before)).toEqual([
      note(ben, { type: 'joined', userId: ben.user.id }),
      note(ana, { type: 'joined', userId: cem.user.id }),
      note(ben, { type: 'left', userId: ben.user.id }),
      note(ana, { type: 'left', userId: cem.user.id }),
    ]);
  });

  it('what was changed, and nothing of what was not', async () => {
    const before = await head();
    const { name } = await ana.call.channel.get({ channelId });
    await ana.call.channel.update({ channelId, name: 'renamed', topic: '' });
    await ana.call.channel.update({ channelId, topic: 'talk' });
    await ana.call.channel.archive({ channelId });
    await ana.call.channel.unarchive({ channelId });
    expect(await saidSince(before)).toEqual([
      note(ana, { type: 'renamed', from: name, to: 'renamed' }),
      note(ana, { type: 'topic', topic: 'talk' }),
      note(ana, { type: 'archived' }),
      note(ana, { type: 'unarchived' }),
    ]);
  });

  it('so quietly: nothing is unread of it, and nobody edits, deletes, pins or forwards it', async () => {
    await ben.call.channel.join({ channelId });
    const unread = async () => (await ben.call.channel.get({ channelId })).membership;
    await ana.call.channel.update({ channelId, topic: 'shh' });
    expect(await unread()).toMatchObject({ unread: 0, mentions: 0 });
    const { items } = await ana.call.message.list({ channelId, limit: 1 });
    const id = items[0]?.id ?? '';
    const attempts = [
      ana.call.message.edit({ id, body: 'x' }),
      ana.call.message.delete({ id }),
      ana.call.message.pin({ id }),
      ana.call.message.forward({ id, channelId, nonce: newId() }),
    ];
    expect(new Set(await codesOf(attempts))).toEqual(new Set(['FORBIDDEN']));
  });

  it('so as numbered changes, right behind what it tells of', async () => {
    const before = await head();
    await ana.call.channel.update({ channelId, topic: newId() });
    const { items } = await ana.call.message.changes({ channelId, sinceSeq: before });
    expect(items.map(({ seq, event }) => [seq - before, event.type])).toEqual([
      [1, 'channel'],
      [2, 'message'],
    ]);
  });
});
