import { issueTokens } from '@parley/auth/program-tokens';
import { db } from '@parley/db/client';
import { newId } from '@parley/db/ids';
import { useTestDatabase } from '@parley/db/testing/test-database';
import { userTopic } from '@parley/realtime/topics';
import { beforeEach, describe, expect, it } from 'vitest';
import { unlimited } from '../../src/testing/unlimited.ts';
import { codesOf } from '../codes.ts';
import { createTestRealtime } from '../realtime.ts';
import { visit } from '../visitor.ts';
import { makePerson, makeWorkspace, type Person } from '../world.ts';

useTestDatabase();

const realtime = unlimited(createTestRealtime());
let owner: Person;
let second: Person;
let admin: Person;
let member: Person;
let workspaceId: string;
let join: (person: Person) => Promise<void>;

beforeEach(async () => {
  [owner, second, admin, member] = await Promise.all([
    makePerson(realtime, 'Owner'),
    makePerson(realtime, 'Second'),
    makePerson(realtime, 'Admin'),
    makePerson(realtime, 'Member'),
  ]);
  ({ id: workspaceId, join } = await makeWorkspace(owner, [second, admin, member]));
  await owner.call.workspace.setRole({ workspaceId, userId: second.user.id, role: 'OWNER' });
  await owner.call.workspace.setRole({ workspaceId, userId: admin.user.id, role: 'ADMIN' });
});

function setRole(by: Person, of: Person, role: 'OWNER' | 'ADMIN' | 'MEMBER' | 'GUEST') {
  return by.call.workspace.setRole({ workspaceId, userId: of.user.id, role });
}

async function owners(): Promise<number> {
  return db().member.count({ where: { workspaceId, role: 'OWNER' } });
}

describe('roles', () => {
  it('are not given above one’s own, nor taken from who stands higher', async () => {
    const calls = [
      setRole(admin, member, 'OWNER'),
      setRole(admin, admin, 'OWNER'),
      setRole(admin, second, 'MEMBER'),
      admin.call.workspace.removeMember({ workspaceId, userId: second.user.id }),
      setRole(member, member, 'ADMIN'),
      setRole(member, admin, 'GUEST'),
      member.call.workspace.removeMember({ workspaceId, userId: admin.user.id }),
      member.call.workspace.invite({ workspaceId, role: 'ADMIN' }),
    ];
    expect(new Set(await codesOf(calls))).toEqual(new Set(['FORBIDDEN']));
    expect(await codesOf([setRole(admin, member, 'ADMIN'), setRole(second, admin, 'OWNER')])).toEqual(['OK', 'OK']);
  });

  it('leave one owner, however many let go at once', async () => {
    const each = await codesOf([setRole(owner, second, 'MEMBER'), setRole(second, owner, 'MEMBER')]);
    expect(each.filter((code) => code === 'OK')).toHaveLength(1);
    expect(await owners()).toBe(1);
  });

  it('leave one owner, however many leave at once', async () => {
    const codes = await codesOf([owner, second].map((person) => person.call.workspace.leave({ workspaceId })));
    expect(codes.sort()).toEqual(['OK', 'PRECONDITION_FAILED']);
    expect(await owners()).toBe(1);
  });

  it('leave a channel one owner, however many leave at once', async () => {
    const memberIds = [second.user.id, member.user.id];
    const { id: channelId } = await owner.call.channel.create({ workspaceId, name: 'shared', memberIds });
    await owner.call.channel.setMemberRole({ channelId, userId: second.user.id, role: 'OWNER' });
    const codes = await codesOf([owner, second].map((person) => person.call.channel.leave({ channelId })));
    expect(codes.sort()).toEqual(['OK', 'PRECONDITION_FAILED']);
  });
});

describe('a guest', () => {
  it('who owns a channel changes nothing in it and moderates nobody', async () => {
    const memberIds = [second.user.id, member.user.id];
    const { id: channelId } = await owner.call.channel.create({ workspaceId, name: 'shared', memberIds });
    const { id } = await second.call.message.send({ channelId, body: 'mine', nonce: newId() });
    await owner.call.channel.setMemberRole({ channelId, userId: member.user.id, role: 'OWNER' });
    await setRole(owner, member, 'GUEST');
    const { channel, message } = member.call;
    const calls = [
      channel.kick({ channelId, userId: second.user.id }),
      channel.setMemberRole({ channelId, userId: second.user.id, role: 'OWNER' }),
      channel.archive({ channelId }),
      channel.unarchive({ channelId }),
      channel.update({ channelId, name: 'theirs' }),
      message.delete({ id }),
      message.history({ id }),
      channel.delete({ channelId }),
    ];
    expect(await codesOf(calls)).toEqual(calls.map(() => 'FORBIDDEN'));
    expect(await owner.call.message.get({ id })).toMatchObject({ body: 'mine', deletedAt: null });
  });
});

describe('a new role', () => {
  const tokenOf = async (person: Person) =>
    (await issueTokens({ userId: person.user.id, device: 'Test', ip: null })).accessToken;
  const holder = (accessToken: string) => visit(realtime, { accessToken });

  it('ends every session of who gets it, and nobody else’s', async () => {
    const [theirs, other] = await Promise.all([tokenOf(member), tokenOf(admin)]);
    expect(await holder(theirs).account.me()).toMatchObject({ id: member.user.id });
    const told: unknown[] = [];
    realtime.hub.listen(userTopic(member.user.id), (payload) => told.push(JSON.parse(payload)));
    await setRole(owner, member, 'GUEST');
    await expect(holder(theirs).account.me()).rejects.toMatchObject({ code: 'UNAUTHORIZED' });
    expect(told).toContainEqual({ type: 'signedOut', sessionIds: [member.session.id] });
    expect(await db().session.count({ where: { userId: member.user.id } })).toBe(0);
    expect(await holder(other).account.me()).toMatchObject({ id: admin.user.id });
    expect(await holder(await tokenOf(member)).account.me()).toMatchObject({ id: member.user.id });
  });

  it('that is the old one, or is refused, ends nothing', async () => {
    const [theirs] = [await tokenOf(admin), await tokenOf(second)];
    await setRole(owner, admin, 'ADMIN');
    await expect(setRole(admin, second, 'MEMBER')).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(setRole(member, admin, 'GUEST')).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(await holder(theirs).account.me()).toMatchObject({ id: admin.user.id });
    expect(await db().session.count({ where: { userId: second.user.id } })).toBe(1);
  });
});

describe('an invite', () => {
  async function invite(input: Omit<Parameters<Person['call']['workspace']['invite']>[0], 'workspaceId'> = {}) {
    const { id, url } = await owner.call.workspace.invite({ workspaceId, ...input });
    return { id, token: url.slice(url.lastIndexOf('/') + 1) };
  }
  const strangers = (count: number) =>
    Promise.all(Array.from({ length: count }, () => makePerson(realtime, 'Stranger')));

  it('lets in as many as it says, however many come at once', async () => {
    const { id, token } = await invite({ maxUses: 3 });
    expect(Buffer.from(token, 'base64url').length).toBeGreaterThanOrEqual(16);
    const crowd = await strangers(8);
    const codes = await codesOf(crowd.map((person) => person.call.workspace.joinByInvite({ token })));
    expect(codes.sort()).toEqual([...Array(5).fill('NOT_FOUND'), ...Array(3).fill('OK')]);
    expect(await db().invite.findUnique({ where: { id } })).toMatchObject({ uses: 3 });
    await expect(owner.call.workspace.previewInvite({ token })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('lets one person in once, and counts them once', async () => {
    const { id, token } = await invite();
    const [stranger] = await strangers(1);
    const codes = await codesOf(
      Array.from({ length: 5 }, () => stranger?.call.workspace.joinByInvite({ token }) ?? never()),
    );
    expect(codes).toEqual(Array(5).fill('OK'));
    expect(await db().invite.findUnique({ where: { id } })).toMatchObject({ uses: 1 });
  });

  it.each(['expired', 'revoked', 'used'] as const)('that is %s is as one that never was', async (state) => {
    const { id, token } = await invite({ maxUses: 1 });
    const before = new Date(Date.now() - 1000);
    if (state === 'expired') await db().invite.update({ where: { id }, data: { expiresAt: before } });
    if (state === 'revoked') await owner.call.workspace.revokeInvite({ workspaceId, inviteId: id });
    const [first, stranger] = await strangers(2);
    if (state === 'used') await first?.call.workspace.joinByInvite({ token });
    const says = (value: string) =>
      stranger?.call.workspace.joinByInvite({ token: value }).catch((error: unknown) => JSON.stringify(error));
    const answer = await says(token);
    expect(answer).toContain('NOT_FOUND');
    expect(answer).toBe(await says('x'.repeat(43)));
  });

  it('gives the role it was made with, whatever became of who made it', async () => {
    const { url } = await admin.call.workspace.invite({ workspaceId, role: 'GUEST' });
    await setRole(owner, admin, 'MEMBER');
    const [stranger] = await strangers(1);
    await stranger?.call.workspace.joinByInvite({ token: url.slice(url.lastIndexOf('/') + 1) });
    const row = await db().member.findFirst({ where: { workspaceId, userId: stranger?.user.id ?? '' } });
    expect(row).toMatchObject({ role: 'GUEST' });
  });

  it.each([
    ['has left', () => admin.call.workspace.leave({ workspaceId })],
    ['may not give its role away any more', () => setRole(owner, admin, 'MEMBER')],
    ['became a guest', () => setRole(owner, admin, 'GUEST')],
    ['was deactivated', () => db().user.update({ where: { id: admin.user.id }, data: { deactivatedAt: new Date() } })],
  ])('is as one that never was when its maker %s', async (_, happens) => {
    const { url } = await admin.call.workspace.invite({ workspaceId, role: 'ADMIN' });
    const token = url.slice(url.lastIndexOf('/') + 1);
    const [stranger] = await strangers(1);
    expect(await stranger?.call.workspace.previewInvite({ token })).toMatchObject({ workspaceName: 'Northwind' });
    await happens();
    const says = (call: Promise<unknown> | undefined) => call?.catch((error: unknown) => JSON.stringify(error));
    const never = await says(stranger?.call.workspace.joinByInvite({ token: 'x'.repeat(43) }));
    expect(never).toContain('NOT_FOUND');
    expect(await says(stranger?.call.workspace.joinByInvite({ token }))).toBe(never);
    expect(await says(stranger?.call.workspace.previewInvite({ token }))).toBe(never);
    expect(await says(member.call.workspace.joinByInvite({ token }))).toBe(never);
    expect(await db().member.count({ where: { workspaceId, userId: stranger?.user.id ?? '' } })).toBe(0);
  });

  it('leads into no channel that its maker has left', async () => {
    const create = (name: string) =>
      admin.call.channel.create({ workspaceId, name, kind: 'PRIVATE', memberIds: [owner.user.id] });
    const [kept, left] = await Promise.all([create('kept'), create('left')]);
    const made = await admin.call.workspace.invite({ workspaceId, role: 'GUEST', channelIds: [kept.id, left.id] });
    await admin.call.channel.setMemberRole({ channelId: left.id, userId: owner.user.id, role: 'OWNER' });
    await admin.call.channel.leave({ channelId: left.id });
    const [stranger] = await strangers(1);
    await stranger?.call.workspace.joinByInvite({ token: made.url.slice(made.url.lastIndexOf('/') + 1) });
    const list = await stranger?.call.channel.list({ workspaceId });
    expect(list?.items.map(({ id }) => id)).toEqual([kept.id]);
  });

  it('brings back who was taken out, with nothing of what they had', async () => {
    await owner.call.workspace.removeMember({ workspaceId, userId: admin.user.id });
    await join(admin);
    const { role } = await admin.call.workspace.get({ workspaceId });
    expect(role).toBe('MEMBER');
  });
});

function never(): Promise<never> {
  return Promise.reject(new Error('Somebody is missing.'));
}
