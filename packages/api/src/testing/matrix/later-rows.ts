import { anyoneInside, insiders, nobody } from './answers.ts';
import type { Rows } from './row.ts';

export const laterRows: Rows = {
  'draft.list': [{ about: 'the workspace', input: ({ workspaceId }) => ({ workspaceId }), answers: anyoneInside }],
  'draft.save': [
    {
      about: 'in the private channel',
      input: async (scene) => ({ channelId: (await scene.freshPrivate()).id, body: 'begun', version: 0 }),
      answers: insiders,
    },
    {
      about: 'in the deleted channel',
      input: ({ deletedId }) => ({ channelId: deletedId, body: 'begun', version: 0 }),
      answers: nobody,
    },
    {
      about: 'below a message of another channel',
      input: async (scene) => ({
        channelId: scene.privateChannel.id,
        parentId: (await scene.freshPrivate()).ownersMessageId,
        body: 'begun',
        version: 0,
      }),
      answers: nobody,
    },
  ],
  'draft.discard': [
    {
      about: 'in the private channel',
      input: ({ privateChannel }) => ({ channelId: privateChannel.id }),
      answers: insiders,
    },
  ],
};
