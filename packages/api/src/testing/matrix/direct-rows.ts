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
};
