import { newId } from '@parley/db/ids';
import { adminsOnly, anyoneInside, inWorkspace, nobody, noGuests, signedInAll } from './answers.ts';
import type { Case, Rows } from './row.ts';

const inside = ({ workspaceId }: { workspaceId: string }) => ({ workspaceId });
/** Who is not in the workspace, asked for by somebody who manages its people. */
const missing = inWorkspace({ owner: 'NOT_FOUND', member: 'FORBIDDEN', outsider: 'FORBIDDEN', guest: 'FORBIDDEN' });
const foreign: Case['answers'] = {
  owner: 'NOT_FOUND',
  member: 'NOT_FOUND',
  outsider: 'NOT_FOUND',
  stranger: 'NOT_FOUND',
  guest: 'FORBIDDEN',
};

export const workspaceRows: Rows = {
  'workspace.create': [
    {
      about: 'one of one’s own',
      input: () => ({ name: 'Mine', slug: `w-${newId().slice(-12)}` }),
      answers: signedInAll('OK'),
    },
  ],
  'workspace.list': [{ about: 'one’s own', input: () => undefined, answers: signedInAll('OK') }],
  'workspace.get': [{ about: 'the workspace', input: inside, answers: anyoneInside }],
  'workspace.update': [
    { about: 'its name', input: (scene) => ({ ...inside(scene), name: 'Southwind' }), answers: adminsOnly },
  ],
  'workspace.members': [{ about: 'the workspace', input: inside, answers: anyoneInside }],
  'workspace.setRole': [
    {
      about: 'the outsider’s',
      input: (scene) => ({ ...inside(scene), userId: scene.cast.outsider.user.id, role: 'MEMBER' }),
      answers: adminsOnly,
    },
    {
      about: 'the stranger’s',
      input: (scene) => ({ ...inside(scene), userId: scene.cast.stranger.user.id, role: 'MEMBER' }),
      answers: missing,
    },
    {
      about: 'the last owner’s',
      input: (scene) => ({ ...inside(scene), userId: scene.cast.owner.user.id, role: 'MEMBER' }),
      answers: inWorkspace({
        owner: 'PRECONDITION_FAILED',
        member: 'FORBIDDEN',
        outsider: 'FORBIDDEN',
        guest: 'FORBIDDEN',
      }),
    },
  ],
  'workspace.removeMember': [
    {
      about: 'the outsider',
      input: (scene) => ({ ...inside(scene), userId: scene.cast.outsider.user.id }),
      answers: adminsOnly,
      spends: true,
    },
    {
      about: 'the stranger',
      input: (scene) => ({ ...inside(scene), userId: scene.cast.stranger.user.id }),
      answers: missing,
    },
  ],
  'workspace.leave': [
    {
      about: 'the workspace',
      input: inside,
      answers: inWorkspace({ owner: 'PRECONDITION_FAILED', member: 'OK', outsider: 'OK', guest: 'OK' }),
      spends: true,
    },
  ],
  'workspace.invite': [
    { about: 'a member', input: inside, answers: noGuests },
    {
      about: 'an admin',
      input: (scene) => ({ ...inside(scene), role: 'ADMIN' }),
      answers: inWorkspace({ owner: 'OK', member: 'FORBIDDEN', outsider: 'FORBIDDEN', guest: 'FORBIDDEN' }),
    },
    {
      about: 'a guest of the private channel',
      input: (scene) => ({ ...inside(scene), role: 'GUEST', channelIds: [scene.privateChannel.id] }),
      answers: inWorkspace({ owner: 'OK', member: 'OK', outsider: 'NOT_FOUND', guest: 'FORBIDDEN' }),
    },
    {
      about: 'a guest of the stranger’s channel',
      input: (scene) => ({ ...inside(scene), role: 'GUEST', channelIds: [scene.strangersChannelId] }),
      answers: foreign,
    },
  ],
  'workspace.invites': [{ about: 'the workspace', input: inside, answers: anyoneInside }],
  'workspace.revokeInvite': [
    {
      about: 'the owner’s',
      input: async (scene) => ({ ...inside(scene), inviteId: (await scene.freshInvite()).id }),
      answers: inWorkspace({ owner: 'OK', member: 'NOT_FOUND', outsider: 'NOT_FOUND', guest: 'NOT_FOUND' }),
    },
    {
      about: 'one of another workspace',
      input: async (scene) => ({
        workspaceId: scene.strangersWorkspaceId,
        inviteId: (await scene.freshInvite()).id,
      }),
      answers: nobody,
    },
  ],
  'workspace.previewInvite': [
    {
      about: 'a link that works',
      input: async (scene) => ({ token: (await scene.freshInvite()).token }),
      answers: 'OK',
    },
    {
      about: 'a link that was ended',
      input: async (scene) => ({ token: (await scene.freshInvite({ revoked: true })).token }),
      answers: 'NOT_FOUND',
    },
  ],
  'workspace.joinByInvite': [
    {
      about: 'a link that works',
      input: async (scene) => ({ token: (await scene.freshInvite()).token }),
      answers: signedInAll('OK'),
      spends: true,
    },
    {
      about: 'a link that was ended',
      input: async (scene) => ({ token: (await scene.freshInvite({ revoked: true })).token }),
      answers: nobody,
    },
  ],
};
