import { newId } from '@parley/db/ids';
import { pool } from '@parley/db/pool';
import { useTestDatabase } from '@parley/db/testing/test-database';
import { userTopic } from '@parley/realtime/topics';
import { beforeEach, expect, it } from 'vitest';
import { createTestRealtime } from '../../test/realtime.ts';
import { makePerson, makeWorkspace, type Person } from '../../test/world.ts';
import { unlimited } from '../testing/unlimited.ts';
import { mostDrafts } from './list-drafts.ts';

useTestDatabase();
const realtime = unlimited(createTestRealtime());
let ana: Person;
let ben: Person;
let workspaceId: string;
let channelId: string;

beforeEach(async () => {
  [ana, ben] = await Promise.all([makePerson(realtime, 'Ana'), makePerson(realtime, 'Ben')]);
  ({ id: workspaceId, generalId: channelId } = await makeWorkspace(ana, [ben]));
});

const bodies = async (person: Person) =>
  (await person.call.draft.list({ workspaceId })).items.map((draft) => draft.body);

it('is the same on all devices, one for the channel and one for each thread', async () => {
  const { id: parentId } = await ana.call.message.send({ channelId, body: 'root', nonce: newId() });
  const first = await ana.call.draft.save({ channelId, body: 'for all', version: 0 });
  await ana.call.draft.save({ channelId, parentId, body: 'for the thread', version: 0 });
  const second = await ana.call.draft.save({ channelId, body: 'for all of you', version: first.version });
  expect(second).toMatchObject({ channelId, parentId: null, body: 'for all of you', version: first.version + 1 });
  expect((await bodies(ana)).sort()).toEqual(['for all of you', 'for the thread']);
  expect(await bodies(ben)).toEqual([]);
});

it('is not overwritten by a device that has seen an older version, which gets the newer one', async () => {
  const first = await ana.call.draft.save({ channelId, body: 'one', version: 0 });
  const second = await ana.call.draft.save({ channelId, body: 'two', version: first.version });
  const late = ana.call.draft.save({ channelId, body: 'three', version: first.version });
  await expect(late).rejects.toMatchObject({
    code: 'CONFLICT',
    cause: { reason: 'DRAFT_CHANGED', details: { current: second } },
  });
  expect(await bodies(ana)).toEqual(['two']);
  expect(await ana.call.draft.save({ channelId, body: 'two', version: first.version })).toEqual(second);
});

it('once discarded is not brought back by a device that had not heard of it', async () => {
  const { version } = await ana.call.draft.save({ channelId, body: 'sent elsewhere', version: 0 });
  const gone = await ana.call.draft.discard({ channelId });
  expect(await bodies(ana)).toEqual([]);
  const late = ana.call.draft.save({ channelId, body: 'sent elsewhere!', version });
  await expect(late).rejects.toMatchObject({ code: 'CONFLICT' });
  expect(await ana.call.draft.discard({ channelId })).toEqual(gone);
  await ana.call.draft.save({ channelId, body: 'new', version: gone.version });
  expect(await bodies(ana)).toEqual(['new']);
});

it('of two devices that save at once keeps one', async () => {
  const saves = ['a', 'b', 'c'].map((body) => ana.call.draft.save({ channelId, body, version: 0 }));
  const answers = await Promise.allSettled(saves);
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(await bodies(ana)).toHaveLength(1);
});

it('is told to its author alone', async () => {
  const said: unknown[] = [];
  const listen = (person: Person) =>
    realtime.hub.listen(userTopic(person.user.id), (payload) => said.push([person.user.id, JSON.parse(payload)]));
  await Promise.all([listen(ana).ready, listen(ben).ready]);
  const { version } = await ana.call.draft.save({ channelId, body: 'x', version: 0 });
  const told = { type: 'draftChanged', workspaceId, channelId, parentId: null, version };
  await expect.poll(() => said).toEqual([[ana.user.id, told]]);
});

it('is nowhere that one may not write, and not listed after one is out', async () => {
  const secret = await ana.call.channel.create({ workspaceId, name: 'secret', kind: 'PRIVATE' });
  const inSecret = await ana.call.message.send({ channelId: secret.id, body: 'x', nonce: newId() });
  const elsewhere = { code: 'NOT_FOUND' };
  await expect(ben.call.draft.save({ channelId: secret.id, body: 'x', version: 0 })).rejects.toMatchObject(elsewhere);
  const wrongParent = ana.call.draft.save({ channelId, parentId: inSecret.id, body: 'x', version: 0 });
  await expect(wrongParent).rejects.toMatchObject(elsewhere);
  await ana.call.channel.addMembers({ channelId: secret.id, userIds: [ben.user.id] });
  await ben.call.draft.save({ channelId: secret.id, body: 'x', version: 0 });
  await ana.call.channel.kick({ channelId: secret.id, userId: ben.user.id });
  expect(await bodies(ben)).toEqual([]);
});

it('has a bound', async () => {
  await pool().query(
    `INSERT INTO "Draft" ("userId", "placeId", "channelId", body, version)
      SELECT $1, uuidv7(), $2, 'x', 1 FROM generate_series(1, $3::int)`,
    [ana.user.id, channelId, mostDrafts],
  );
  const more = ana.call.draft.save({ channelId, body: 'x', version: 0 });
  await expect(more).rejects.toMatchObject({ code: 'PRECONDITION_FAILED' });
});

it('counts versions no further than the database can', async () => {
  const last = 2_147_483_645;
  const { version } = await ana.call.draft.save({ channelId, body: 'the last', version: last });
  expect(version).toBe(last + 1);
  expect(await ana.call.draft.discard({ channelId })).toEqual({ version: last + 2 });
  expect(await bodies(ana)).toEqual([]);
  for (const beyond of [last + 1, last + 2, last + 3]) {
    const save = ana.call.draft.save({ channelId, body: 'beyond', version: beyond });
    await expect(save).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  }
});
