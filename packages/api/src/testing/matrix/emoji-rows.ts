import { newId } from '@parley/db/ids';
import { tinyPng } from '../tiny-pictures.ts';
import { anyoneInside, inWorkspace, noGuests } from './answers.ts';
import type { Rows } from './row.ts';
import type { Scene } from './scene.ts';

const fresh = ({ workspaceId }: { readonly workspaceId: string }) => ({
  workspaceId,
  name: `e-${newId()}`,
  image: tinyPng,
});

async function membersEmoji(scene: Scene): Promise<{ id: string }> {
  const { id } = await scene.cast.member.call.emoji.create(fresh(scene));
  return { id };
}

async function strangersEmoji({ cast, strangersWorkspaceId: workspaceId }: Scene): Promise<{ id: string }> {
  const { id } = await cast.stranger.call.emoji.create(fresh({ workspaceId }));
  return { id };
}

export const emojiRows: Rows = {
  'emoji.list': [{ about: 'the workspace', input: ({ workspaceId }) => ({ workspaceId }), answers: anyoneInside }],
  'emoji.create': [{ about: 'with a picture', input: fresh, answers: noGuests }],
  'emoji.delete': [
    {
      about: 'the member’s',
      input: membersEmoji,
      answers: inWorkspace({ owner: 'OK', member: 'OK', outsider: 'FORBIDDEN', guest: 'FORBIDDEN' }),
    },
    {
      about: 'the stranger’s',
      input: strangersEmoji,
      answers: { owner: 'NOT_FOUND', member: 'NOT_FOUND', outsider: 'NOT_FOUND', stranger: 'OK', guest: 'NOT_FOUND' },
    },
  ],
};
