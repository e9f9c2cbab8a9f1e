import { newId } from '@parley/db/ids';
import { useTestDatabase } from '@parley/db/testing/test-database';
import { beforeAll, expect, it } from 'vitest';
import { createTestRealtime } from '../../test/realtime.ts';
import { makePerson, makeWorkspace, type Person } from '../../test/world.ts';

useTestDatabase();
const realtime = createTestRealtime();
let ana: Person;
let ben: Person;
let guest: Person;
let workspaceId: string;
const ids: Record<string, string> = {};

beforeAll(async () => {
  [ana, ben, guest] = await Promise.all([
    makePerson(realtime, 'Ana Lopez'),
    makePerson(realtime, 'Ben'),
    makePerson(realtime, 'Guest'),
  ]);
  ({ id: workspaceId } = await makeWorkspace(ana, [ben]));
  for (const [name, kind] of [
    ['design', 'PUBLIC'],
    ['design-secret', 'PRIVATE'],
    ['despatch', 'PUBLIC'],
    ['desks', 'PUBLIC'],
  ] as const) {
    ids[name] = (await ana.call.channel.create({ workspaceId, name, kind })).id;
  }
  const room = await ana.call.channel.create({ workspaceId, name: 'room', kind: 'PRIVATE' });
  const invite = await ana.call.workspace.invite({ workspaceId, role: 'GUEST', channelIds: [room.id] });
  await guest.call.workspace.joinByInvite({ token: invite.url.slice(invite.url.lastIndexOf('/') + 1) });
});

async function channels(person: Person, q: string): Promise<string[]> {
  return (await person.call.search.channels({ workspaceId, q })).items.map(({ name }) => name);
}

async function jump(person: Person, q: string): Promise<string[]> {
  const { items } = await person.call.search.jump({ workspaceId, q });
  return items.map((item) => (item.type === 'person' ? `@${item.user.displayName}` : `#${item.channel.name}`));
}

it('finds channels that one may know of and no others', async () => {
  expect(await channels(ana, 'design')).toEqual(['design', 'design-secret']);
  expect(await channels(ben, 'design')).toEqual(['design']);
  expect(await channels(ben, '#desing')).toEqual(['design']);
  expect(await channels(guest, '')).toEqual(['room']);
});

it('finds people by name, initials and with a letter wrong, and for guests only those of their channels', async () => {
  const people = async (person: Person, q: string) =>
    (await person.call.search.people({ workspaceId, q })).items.map((user) => user.displayName);
  expect(await people(ben, 'lop')).toEqual(['Ana Lopez']);
  expect(await people(ben, 'al')).toEqual(['Ana Lopez']);
  expect(await people(ben, 'loepz')).toEqual(['Ana Lopez']);
  expect(await people(ben, `@${ana.user.handle}`)).toEqual(['Ana Lopez']);
  expect(await people(guest, '')).toEqual(['Ana Lopez', 'Guest']);
});

it('jumps to what is unread first', async () => {
  for (const name of ['desks', 'despatch']) await ben.call.channel.join({ channelId: ids[name] ?? '' });
  const send = (name: string) => ana.call.message.send({ channelId: ids[name] ?? '', body: 'hello', nonce: newId() });
  await send('desks');
  await send('despatch');
  await ben.call.channel.markRead({ channelId: ids.despatch ?? '', seq: 2_147_483_647 });
  // Not "de", which stands in some of the handles that are made for tests.
  expect((await jump(ben, 'des')).slice(0, 3)).toEqual(['#desks', '#despatch', '#design']);
  expect((await jump(ben, ''))[0]).toBe('#desks');
  expect(await jump(ben, 'ana')).toEqual(['@Ana Lopez']);
  expect(await jump(ben, 'secret')).toEqual([]);
  expect(await jump(guest, 'des')).toEqual([]);
});
