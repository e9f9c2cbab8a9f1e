import { db } from '@parley/db/client';
import { newId } from '@parley/db/ids';
import { useTestDatabase } from '@parley/db/testing/test-database';
import { beforeAll, describe, expect, it } from 'vitest';
import { createTestRealtime } from '../../test/realtime.ts';
import { contextFor, makePerson, makeWorkspace, type Person } from '../../test/world.ts';
import { createCallerFactory } from '../trpc/init.ts';
import { userRouter } from './user.router.ts';

useTestDatabase();

const realtime = createTestRealtime();
const createCaller = createCallerFactory(userRouter);
let ana: Person;
let ben: Person;
let guest: Person;
let stranger: Person;
let workspaceId: string;
let guestChannelId: string;

function callsOf(person: Person | null) {
  return createCaller(contextFor(realtime, person));
}

async function named(displayName: string, handle: string): Promise<Person> {
  const person = await makePerson(realtime, handle);
  await db().user.update({ where: { id: person.user.id }, data: { displayName, handle, handleKey: handle } });
  return person;
}

beforeAll(async () => {
  ana = await named('Ána Müller', 'ana');
  ben = await named('Ben Ångström', 'benjamin');
  guest = await named('Guest Visitor', 'guest');
  stranger = await named('Ana Stranger', 'stranger');
  const workspace = await makeWorkspace(ana, [ben]);
  workspaceId = workspace.id;
  const channel = await ana.call.channel.create({ workspaceId, name: 'for-guests', kind: 'PRIVATE' });
  guestChannelId = channel.id;
  const { url } = await ana.call.workspace.invite({ workspaceId, role: 'GUEST', channelIds: [channel.id] });
  await guest.call.workspace.joinByInvite({ token: url.slice(url.lastIndexOf('/') + 1) });
  await makeWorkspace(stranger);
});

describe('looking a person up', () => {
  it('shows who shares a workspace, and oneself', async () => {
    const seen = await callsOf(ana).get({ id: ben.user.id });
    expect(seen).toMatchObject({ id: ben.user.id, handle: 'benjamin', displayName: 'Ben Ångström' });
    expect(Object.keys(seen)).not.toContain('email');
    expect(await callsOf(stranger).get({ id: stranger.user.id })).toMatchObject({ handle: 'stranger' });
  });

  it('says of anybody else what it says of nobody', async () => {
    const answers = [stranger.user.id, newId()].map((id) =>
      callsOf(ana)
        .get({ id })
        .catch((error: unknown) => JSON.stringify(error)),
    );
    const [foreign, unknown] = await Promise.all(answers);
    expect(foreign).toContain('NOT_FOUND');
    expect(foreign).toBe(unknown);
  });

  it('shows a guest only who is in their channels', async () => {
    expect(await callsOf(guest).get({ id: ana.user.id })).toMatchObject({ handle: 'ana' });
    await expect(callsOf(guest).get({ id: ben.user.id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await callsOf(ben).get({ id: guest.user.id })).toMatchObject({ handle: 'guest' });
  });

  it('is for who is signed in, and for ids', async () => {
    await expect(callsOf(null).get({ id: ana.user.id })).rejects.toMatchObject({ code: 'UNAUTHORIZED' });
    await expect(callsOf(ana).get({ id: "' OR 1=1" })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });
});

describe('searching for people', () => {
  async function find(q: string, viewer: Person = ana, limit?: number): Promise<string[]> {
    const { items } = await callsOf(viewer).search({ workspaceId, q, ...(limit === undefined ? {} : { limit }) });
    return items.map(({ handle }) => handle);
  }

  it('finds by part of the name or the handle, accents and capitals aside', async () => {
    expect(await find('ana')).toEqual(['ana']);
    expect(await find('MULL')).toEqual(['ana']);
    expect(await find('müll')).toEqual(['ana']);
    expect(await find('angstrom')).toEqual(['benjamin']);
    expect(await find('@jam')).toEqual(['benjamin']);
    expect(await find('nobody')).toEqual([]);
  });

  it('puts first whose name begins so', async () => {
    const mina = await named('Mina Benson', 'mina');
    await db().member.create({ data: { workspaceId, userId: mina.user.id } });
    expect(await find('ben')).toEqual(['benjamin', 'mina']);
    expect(await find('b')).toEqual(['benjamin', 'mina']);
    await db().member.delete({ where: { workspaceId_userId: { workspaceId, userId: mina.user.id } } });
  });

  it('takes what is typed as text, not as a pattern', async () => {
    for (const q of ['%', '_', '.*', '\\', "'"]) expect(await find(q)).toEqual([]);
  });

  it('shows everybody for nothing typed, up to the limit', async () => {
    expect((await find('')).sort()).toEqual(['ana', 'benjamin', 'guest']);
    expect(await find('', ana, 1)).toHaveLength(1);
    await expect(find('', ana, 101)).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });

  it('shows a guest only who is in their channels', async () => {
    expect((await find('', guest)).sort()).toEqual(['ana', 'guest']);
    await ana.call.channel.addMembers({ channelId: guestChannelId, userIds: [ben.user.id] });
    expect((await find('', guest)).sort()).toEqual(['ana', 'benjamin', 'guest']);
    await ana.call.channel.kick({ channelId: guestChannelId, userId: ben.user.id });
    expect((await find('', guest)).sort()).toEqual(['ana', 'guest']);
  });

  it('leaves out who is deactivated', async () => {
    await db().user.update({ where: { id: ben.user.id }, data: { deactivatedAt: new Date() } });
    expect(await find('ben')).toEqual([]);
    await db().user.update({ where: { id: ben.user.id }, data: { deactivatedAt: null } });
  });

  it('is for members of the workspace', async () => {
    await expect(find('ana', stranger)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(callsOf(null).search({ workspaceId, q: '' })).rejects.toMatchObject({ code: 'UNAUTHORIZED' });
  });
});
