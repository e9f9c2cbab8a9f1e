import { newId } from '@parley/db/ids';
import { pool } from '@parley/db/pool';
import { useTestDatabase } from '@parley/db/testing/test-database';
import { beforeEach, describe, expect, it } from 'vitest';
import { codesOf } from '../../test/codes.ts';
import { createTestRealtime } from '../../test/realtime.ts';
import { makePerson, makeWorkspace, type Person } from '../../test/world.ts';

useTestDatabase();
const realtime = createTestRealtime();
let ana: Person;
let ben: Person;
let eve: Person;
let workspaceId: string;
let slug: string;

beforeEach(async () => {
  [ana, ben, eve] = await Promise.all([
    makePerson(realtime, 'Ana'),
    makePerson(realtime, 'Ben'),
    makePerson(realtime, 'Eve'),
  ]);
  ({ id: workspaceId, slug } = await makeWorkspace(ana, [ben]));
});

function tokenOf({ url }: { url: string }): string {
  return url.slice(url.lastIndexOf('/') + 1);
}

async function peopleOf(id: string): Promise<string[]> {
  const { rows } = await pool().query<{ userId: string }>('SELECT "userId" FROM "Member" WHERE "workspaceId" = $1', [
    id,
  ]);
  return rows.map((row) => row.userId).sort();
}

describe('workspaces', () => {
  it('begins with its owner in #general', async () => {
    const made = await eve.call.workspace.create({ name: 'Contoso', slug: `contoso-${newId().slice(-6)}` });
    expect(made).toMatchObject({ role: 'OWNER', name: 'Contoso' });
    const { items } = await eve.call.channel.list({ workspaceId: made.id });
    expect(items).toMatchObject([{ name: 'general', isDefault: true, membership: { role: 'OWNER' } }]);
  });

  it('refuses a slug that is taken', async () => {
    await expect(eve.call.workspace.create({ name: 'Copy', slug })).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('does not exist for strangers', async () => {
    const calls = [
      eve.call.workspace.get({ workspaceId }),
      eve.call.workspace.members({ workspaceId }),
      eve.call.workspace.update({ workspaceId, name: 'Mine' }),
      eve.call.workspace.invite({ workspaceId }),
      eve.call.workspace.invites({ workspaceId }),
      eve.call.workspace.setRole({ workspaceId, userId: ben.user.id, role: 'GUEST' }),
      eve.call.workspace.removeMember({ workspaceId, userId: ben.user.id }),
      eve.call.workspace.leave({ workspaceId }),
    ];
    expect(new Set(await codesOf(calls))).toEqual(new Set(['NOT_FOUND']));
    expect(await peopleOf(workspaceId)).toEqual([ana.user.id, ben.user.id].sort());
  });

  it('is managed by owners and admins only', async () => {
    const calls = [
      ben.call.workspace.update({ workspaceId, name: 'Mine' }),
      ben.call.workspace.setRole({ workspaceId, userId: ben.user.id, role: 'OWNER' }),
      ben.call.workspace.removeMember({ workspaceId, userId: ana.user.id }),
    ];
    expect(new Set(await codesOf(calls))).toEqual(new Set(['FORBIDDEN']));
    expect(await ana.call.workspace.get({ workspaceId })).toMatchObject({ name: 'Northwind' });
  });

  it('lets nobody grant more than they have, and keeps an owner', async () => {
    await ana.call.workspace.setRole({ workspaceId, userId: ben.user.id, role: 'ADMIN' });
    const grab = ben.call.workspace.setRole({ workspaceId, userId: ben.user.id, role: 'OWNER' });
    await expect(grab).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const topple = ben.call.workspace.setRole({ workspaceId, userId: ana.user.id, role: 'MEMBER' });
    await expect(topple).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(ana.call.workspace.leave({ workspaceId })).rejects.toMatchObject({ code: 'PRECONDITION_FAILED' });
    const demote = ana.call.workspace.setRole({ workspaceId, userId: ana.user.id, role: 'MEMBER' });
    await expect(demote).rejects.toMatchObject({ code: 'PRECONDITION_FAILED' });
    await expect(ben.call.workspace.invite({ workspaceId, role: 'ADMIN' })).resolves.toHaveProperty('url');
  });

  it('takes a person who leaves out of every channel', async () => {
    const { id: channelId } = await ana.call.channel.create({ workspaceId, name: 'room', memberIds: [ben.user.id] });
    await ana.call.workspace.removeMember({ workspaceId, userId: ben.user.id });
    await expect(ben.call.message.list({ channelId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(ben.call.workspace.get({ workspaceId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await ana.call.channel.get({ channelId })).toMatchObject({ memberCount: 1 });
  });
});

describe('invite links', () => {
  it('lets exactly as many in as it says, however many come at once', async () => {
    const token = tokenOf(await ana.call.workspace.invite({ workspaceId, maxUses: 2 }));
    const crowd = await Promise.all(Array.from({ length: 6 }, (_, n) => makePerson(realtime, `Guest ${n}`)));
    const answers = await Promise.allSettled(crowd.map((person) => person.call.workspace.joinByInvite({ token })));
    expect(answers.filter((answer) => answer.status === 'fulfilled')).toHaveLength(2);
    expect(await peopleOf(workspaceId)).toHaveLength(4);
  });

  it('lets one person in once, from however many tabs', async () => {
    const made = await ana.call.workspace.invite({ workspaceId, maxUses: 3 });
    const joins = Array.from({ length: 5 }, () => eve.call.workspace.joinByInvite({ token: tokenOf(made) }));
    expect(await codesOf(joins)).toEqual(joins.map(() => 'OK'));
    const { items } = await ana.call.workspace.invites({ workspaceId });
    expect(items.find((invite) => invite.id === made.id)).toMatchObject({ uses: 1 });
  });

  it('uses nothing up for who is in already', async () => {
    const token = tokenOf(await ana.call.workspace.invite({ workspaceId, maxUses: 1 }));
    await ben.call.workspace.joinByInvite({ token });
    await expect(eve.call.workspace.joinByInvite({ token })).resolves.toMatchObject({
      id: workspaceId,
      role: 'MEMBER',
    });
  });

  it('answers the same for revoked, expired, used up and made up', async () => {
    const revoked = await ana.call.workspace.invite({ workspaceId });
    await ana.call.workspace.revokeInvite({ workspaceId, inviteId: revoked.id });
    const expired = await ana.call.workspace.invite({ workspaceId });
    await pool().query(`UPDATE "Invite" SET "expiresAt" = now() - interval '1 second' WHERE id = $1`, [expired.id]);
    for (const token of [tokenOf(revoked), tokenOf(expired), 'made-up']) {
      const join = eve.call.workspace.joinByInvite({ token });
      await expect(join).rejects.toMatchObject({ code: 'NOT_FOUND', message: 'Not found.' });
      await expect(eve.call.workspace.previewInvite({ token })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
    expect(await peopleOf(workspaceId)).not.toContain(eve.user.id);
  });

  it('brings a guest into the named channels and no other', async () => {
    const room = await ana.call.channel.create({ workspaceId, name: 'guest room' });
    const token = tokenOf(await ana.call.workspace.invite({ workspaceId, role: 'GUEST', channelIds: [room.id] }));
    await eve.call.workspace.joinByInvite({ token });
    const { items } = await eve.call.channel.list({ workspaceId });
    expect(items.map((channel) => channel.name)).toEqual(['guest room']);
    const browsed = await eve.call.channel.browse({ workspaceId });
    expect(browsed.items.map((channel) => channel.name)).toEqual(['guest room']);
    const people = await eve.call.workspace.members({ workspaceId });
    expect(people.items.map((member) => member.user.id).sort()).toEqual([ana.user.id, eve.user.id].sort());
    await expect(eve.call.workspace.invite({ workspaceId })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(eve.call.channel.create({ workspaceId, name: 'mine' })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(await eve.call.presence.get({ userIds: [ana.user.id, ben.user.id] })).toMatchObject([
      { userId: ana.user.id },
    ]);
  });
});
