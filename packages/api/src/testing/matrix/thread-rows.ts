import { anyoneInside, insiders, signedInAll } from './answers.ts';
import type { Rows } from './row.ts';
import type { Scene } from './scene.ts';

const thread = ({ privateChannel }: Scene) => ({ parentId: privateChannel.ownersMessageId });

export const mentionRows: Rows = {
  'mention.list': [
    { about: 'the workspace', input: ({ workspaceId }) => ({ workspaceId }), answers: anyoneInside },
    { about: 'all workspaces', input: () => ({}), answers: signedInAll('OK') },
  ],
  'mention.markRead': [
    { about: 'the workspace', input: ({ workspaceId }) => ({ workspaceId }), answers: anyoneInside },
  ],
};

export const threadRows: Rows = {
  'thread.get': [{ about: 'below the owner’s message', input: thread, answers: insiders }],
  'thread.inbox': [{ about: 'the workspace', input: ({ workspaceId }) => ({ workspaceId }), answers: anyoneInside }],
  'thread.follow': [{ about: 'below the owner’s message', input: thread, answers: insiders }],
  'thread.unfollow': [{ about: 'below the owner’s message', input: thread, answers: insiders }],
  'thread.markRead': [
    { about: 'below the owner’s message', input: (scene) => ({ ...thread(scene), seq: 1 }), answers: insiders },
  ],
  'thread.markUnread': [
    { about: 'below the owner’s message', input: (scene) => ({ ...thread(scene), seq: 1 }), answers: insiders },
  ],
};
