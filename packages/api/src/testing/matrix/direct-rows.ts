import { anyoneInside, inPrivate, insiders, inWorkspace, nobody } from './answers.ts';
import type { Rows } from './row.ts';
import type { Scene } from './scene.ts';

const withMember = ({ workspaceId, cast }: Scene) => ({ workspaceId, userIds: [cast.member.user.id] });

export const directRows: Rows = {
  'direct.open': [
    {
      about: 'with the member, whom the guest may not know of',
      input: withMember,
      answers: inWorkspace({ owner: 'OK', member: 'OK', outsider: 'OK', guest: 'NOT_FOUND' }),
    },
    {
      about: 'with the owner',
      input: ({ workspaceId, cast }) => ({ workspaceId, userIds: [cast.owner.user.id] }),
      answers: anyoneInside,
    },
    {
      about: 'with the stranger',
      input: ({ workspaceId, cast }) => ({ workspaceId, userIds: [cast.owner.user.id, cast.stranger.user.id] }),
      answers: nobody,
    },
  ],
  'direct.list': [{ about: 'the workspace', input: ({ workspaceId }) => ({ workspaceId }), answers: anyoneInside }],
  'direct.close': [
    { about: 'the owner’s and the member’s', input: ({ directId }) => ({ channelId: directId }), answers: insiders },
    {
      about: 'the private channel, which is none',
      input: ({ privateChannel }) => ({ channelId: privateChannel.id }),
      answers: inPrivate('FORBIDDEN', 'FORBIDDEN'),
    },
  ],
  'direct.markDelivered': [
    {
      about: 'the owner’s and the member’s',
      input: ({ workspaceId, directId }) => ({ workspaceId, positions: [{ channelId: directId, seq: 1 }] }),
      answers: insiders,
    },
    {
      about: 'the owner’s and the member’s, and one in another workspace',
      input: ({ workspaceId, directId, strangersChannelId }) => ({
        workspaceId,
        positions: [directId, strangersChannelId].map((channelId) => ({ channelId, seq: 1 })),
      }),
      answers: nobody,
    },
    {
      about: 'the owner’s and the member’s, and the private channel, which is none',
      input: ({ workspaceId, directId, privateChannel }) => ({
        workspaceId,
        positions: [directId, privateChannel.id].map((channelId) => ({ channelId, seq: 1 })),
      }),
      answers: inPrivate('FORBIDDEN', 'FORBIDDEN'),
    },
  ],
};
