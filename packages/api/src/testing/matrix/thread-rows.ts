import { anyoneInside, insiders } from './answers.ts';
import type { Rows } from './row.ts';
import type { Scene } from './scene.ts';

const thread = ({ privateChannel }: Scene) => ({ parentId: privateChannel.ownersMessageId });

export const threadRows: Rows = {
  'thread.get': [{ about: 'below the owner’s message', input: thread, answers: insiders }],
  'thread.inbox': [{ about: 'the workspace', input: ({ workspaceId }) => ({ workspaceId }), answers: anyoneInside }],
  'thread.follow': [{ about: 'below the owner’s message', input: thread, answers: insiders }],
  'thread.unfollow': [{ about: 'below the owner’s message', input: thread, answers: insiders }],
  'thread.markRead': [
    { about: 'below the owner’s message', input: (scene) => ({ ...thread(scene), seq: 1 }), answers: insiders },
  ],
};
