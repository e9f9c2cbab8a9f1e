import { newId } from '@parley/db/ids';
import { pool } from '@parley/db/pool';
import { useTestDatabase } from '@parley/db/testing/test-database';
import { userTopic } from '@parley/realtime/topics';
import { beforeEach, expect, it } from 'vitest';
import { codesOf } from '../../test/codes.ts';
import { openInbox } from '../../test/open-inbox.ts';
import { createTestRealtime } from '../../test/realtime.ts';
import { makePerson, makeWorkspace, type Person } from '../../test/world.ts';
import { unlimited } from '../testing/unlimited.ts';
import { remindDue } from './remind-due.ts';

useTestDatabase();
const realtime = unlimited(createTestRealtime());
const soon = () => new Date(Date.now() + 3_600_000).toISOString();
let ana: Person;
let ben: Person;
let workspaceId: string;
let channelId: string;
let id: string;

beforeEach(async () => {
  await pool().query('DELETE FROM "SavedMessage"');
  [ana, ben] = await Promise.all([makePerson(realtime, 'Ana'), makePerson(realtime, 'Ben')]);
  ({ id: workspaceId } = await makeWorkspace(ana, [ben]));
  const memberIds = [ben.user.id];
  ({ id: channelId } = await ana.call.channel.create({ workspaceId, name: 'room', kind: 'PRIVATE', memberIds }));
  ({ id } = await ana.call.message.send({ channelId, body: 'keepsake', nonce: newId() }));
});

const saved = async (more = {}) =>
  (await ben.call.message.saved({ workspaceId, ...more })).items.map(({ message }) => message.body);

it('keeps messages for oneself alone, until they are done or dropped', async () => {
  await ben.call.message.save({ id });
  await ben.call.message.save({ id });
  expect(await saved()).toEqual(['keepsake']);
  expect((await ana.call.message.saved({ workspaceId })).items).toEqual([]);
  await ben.call.message.setSavedDone({ id, done: true });
  expect([await saved(), await saved({ done: true })]).toEqual([[], ['keepsake']]);
  await ben.call.message.setSavedDone({ id, done: false });
  await ben.call.message.unsave({ id });
  await ben.call.message.unsave({ id });
  expect(await saved()).toEqual([]);
});

it('says which are kept, and tells the devices of who keeps them, and nobody else', async () => {
  const ids = async (person: Person) => (await person.call.message.savedIds({ workspaceId })).ids;
  const [bens, anas] = await Promise.all([
    openInbox(realtime, ben, workspaceId),
    openInbox(realtime, ana, workspaceId),
  ]);
  await ben.call.message.save({ id });
  await bens.next('savedChanged');
  expect([await ids(ben), await ids(ana)]).toEqual([[id], []]);
  await ben.call.message.setSavedDone({ id, done: true });
  await bens.next('savedChanged');
  expect(await ids(ben)).toEqual([]);
  await ben.call.message.setSavedDone({ id, done: false });
  await ben.call.message.unsave({ id });
  for (const _ of ['opened', 'removed']) await bens.next('savedChanged');
  expect(await ids(ben)).toEqual([]);
  await ben.call.message.send({ channelId, body: 'the next word', nonce: newId() });
  await anas.next('channelActivity');
  expect(anas.said.map(({ type }) => type)).not.toContain('savedChanged');
  await ben.call.message.save({ id });
  await ana.call.channel.kick({ channelId, userId: ben.user.id });
  expect(await ids(ben)).toEqual([]);
  for (const inbox of [bens, anas]) inbox.close();
});

it('keeps nothing that one may not read, and shows it no more once one is out', async () => {
  const eve = await makePerson(realtime, 'Eve');
  await expect(eve.call.message.save({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await ben.call.message.save({ id });
  await ana.call.channel.kick({ channelId, userId: ben.user.id });
  expect(await saved()).toEqual([]);
});

it('is found by is:saved', async () => {
  await ana.call.message.send({ channelId, body: 'keepsake two', nonce: newId() });
  await ben.call.message.save({ id });
  const { items } = await ben.call.search.messages({ workspaceId, q: 'keepsake is:saved' });
  expect(items.map((hit) => hit.message.id)).toEqual([id]);
});

it('comes in pages, each once', async () => {
  for (const body of ['a', 'b', 'c']) {
    const sent = await ana.call.message.send({ channelId, body, nonce: newId() });
    await ben.call.message.save({ id: sent.id });
  }
  const first = await ben.call.message.saved({ workspaceId, limit: 2 });
  const second = await ben.call.message.saved({ workspaceId, limit: 2, cursor: first.nextCursor ?? '' });
  expect([...first.items, ...second.items].map(({ message }) => message.body)).toEqual(['c', 'b', 'a']);
  expect(second.nextCursor).toBeNull();
});

it('reminds once when it is due, whatever the number of servers, and nobody who is out', async () => {
  const said: { type: string }[] = [];
  await realtime.hub.listen(userTopic(ben.user.id), (payload) => said.push(JSON.parse(payload))).ready;
  await ben.call.message.save({ id, remindAt: soon() });
  expect(await remindDue(realtime)).toBe(0);
  await pool().query(`UPDATE "SavedMessage" SET "remindAt" = now() - interval '1 s'`);
  const told = await Promise.all([remindDue(realtime), remindDue(realtime)]);
  expect(told.reduce((sum, count) => sum + count)).toBe(1);
  const text = { kind: 'REMINDER', title: 'Ana', text: 'keepsake' };
  await expect
    .poll(() => said.filter(({ type }) => type === 'notification'))
    .toMatchObject([{ type: 'notification', workspaceId, channelId, messageId: id, ...text }]);
  await ben.call.message.save({ id, remindAt: soon() });
  await ana.call.channel.kick({ channelId, userId: ben.user.id });
  await pool().query(`UPDATE "SavedMessage" SET "remindAt" = now() - interval '1 s'`);
  expect(await remindDue(realtime)).toBe(0);
});

it('reminds with the beginning of a long message, and no half mention in it', async () => {
  const said: { type: string; text?: string }[] = [];
  await realtime.hub.listen(userTopic(ben.user.id), (payload) => said.push(JSON.parse(payload))).ready;
  const body = `${'long '.repeat(38)}<@${ben.user.id}> and more`;
  const { id: longId } = await ana.call.message.send({ channelId, body, nonce: newId() });
  await ben.call.message.save({ id: longId, remindAt: soon() });
  await pool().query(`UPDATE "SavedMessage" SET "remindAt" = now() - interval '1 s'`);
  expect(await remindDue(realtime)).toBe(1);
  const reminder = () => said.find(({ type }) => type === 'notification')?.text;
  await expect.poll(reminder).toBe(`${'long '.repeat(38).trimEnd()}…`);
});

it('takes no reminder in the past', async () => {
  const past = ben.call.message.save({ id, remindAt: '2020-01-01T00:00:00Z' });
  await expect(past).rejects.toMatchObject({ code: 'BAD_REQUEST' });
});

it('is as one that never was for who is not in the channel any more, and theirs again when they are back', async () => {
  await ben.call.message.save({ id });
  await ana.call.channel.kick({ channelId, userId: ben.user.id });
  const changes = [ben.call.message.setSavedDone({ id, done: true }), ben.call.message.unsave({ id })];
  expect(await codesOf(changes)).toEqual(['NOT_FOUND', 'NOT_FOUND']);
  await ana.call.channel.addMembers({ channelId, userIds: [ben.user.id] });
  expect(await saved()).toEqual(['keepsake']);
});
