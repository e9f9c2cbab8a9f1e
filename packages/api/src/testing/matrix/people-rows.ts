import { anyoneInside, insiders, nobody, signedInAll } from './answers.ts';
import type { Case, Rows } from './row.ts';
import type { Scene } from './scene.ts';

const someone = ({ cast }: Scene) => ({ userIds: [cast.member.user.id] });

const typingCases: readonly Case[] = [
  {
    about: 'in the private channel',
    input: ({ privateChannel }) => ({ channelId: privateChannel.id }),
    answers: insiders,
  },
  {
    about: 'below a message of the private channel',
    input: ({ privateChannel }) => ({ channelId: privateChannel.id, parentId: privateChannel.ownersMessageId }),
    answers: insiders,
  },
  {
    about: 'below a message of another channel',
    input: async (scene) => ({
      channelId: scene.privateChannel.id,
      parentId: (await scene.freshPrivate()).ownersMessageId,
    }),
    answers: nobody,
  },
];

export const peopleRows: Rows = {
  'user.get': [
    {
      about: 'the member',
      input: ({ cast }) => ({ id: cast.member.user.id }),
      answers: { owner: 'OK', member: 'OK', outsider: 'OK', stranger: 'NOT_FOUND', guest: 'NOT_FOUND' },
    },
    {
      about: 'the owner',
      input: ({ cast }) => ({ id: cast.owner.user.id }),
      answers: { owner: 'OK', member: 'OK', outsider: 'OK', stranger: 'NOT_FOUND', guest: 'OK' },
    },
  ],
  'user.block': [
    {
      about: 'the stranger',
      input: ({ cast }) => ({ id: cast.stranger.user.id }),
      answers: {
        owner: 'NOT_FOUND',
        member: 'NOT_FOUND',
        outsider: 'NOT_FOUND',
        stranger: 'BAD_REQUEST',
        guest: 'NOT_FOUND',
      },
    },
    {
      about: 'the outsider',
      input: ({ cast }) => ({ id: cast.outsider.user.id }),
      answers: { owner: 'OK', member: 'OK', outsider: 'BAD_REQUEST', stranger: 'NOT_FOUND', guest: 'NOT_FOUND' },
      spends: true,
    },
  ],
  'user.unblock': [
    { about: 'the outsider', input: ({ cast }) => ({ id: cast.outsider.user.id }), answers: signedInAll('OK') },
  ],
  'user.blocked': [{ about: 'one’s own', input: () => undefined, answers: signedInAll('OK') }],
  'user.search': [
    { about: 'the workspace', input: ({ workspaceId }) => ({ workspaceId, q: '' }), answers: anyoneInside },
  ],
  'typing.start': typingCases,
  'typing.stop': typingCases,
  'presence.heartbeat': [
    { about: 'oneself', input: () => ({ deviceId: 'phone', status: 'ONLINE' }), answers: signedInAll('OK') },
  ],
  'presence.get': [{ about: 'the member', input: someone, answers: signedInAll('OK') }],
  'presence.onChange': [
    {
      about: 'oneself',
      input: ({ cast }, viewer) => ({
        userIds: [viewer === 'signedOut' || viewer === 'ended' ? cast.member.user.id : cast[viewer].user.id],
      }),
      answers: signedInAll('OK'),
    },
  ],
  inbox: [{ about: 'the workspace', input: ({ workspaceId }) => ({ workspaceId }), answers: anyoneInside }],
};
