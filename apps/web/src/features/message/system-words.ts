import type { SystemNote } from '@parley/realtime/shapes';

/** A sentence after its author's name; `userId` is somebody who is named between its two parts. */
export interface SystemWords {
  readonly before: string;
  readonly userId: string | null;
  readonly after: string;
}

function plain(before: string): SystemWords {
  return { before, userId: null, after: '' };
}

type Wording = { [T in SystemNote['type']]: (note: Extract<SystemNote, { type: T }>, byId: string) => SystemWords };

const wording: Wording = {
  joined: ({ userId }, byId) => (userId === byId ? plain('joined.') : { before: 'added ', userId, after: '.' }),
  left: ({ userId }, byId) => (userId === byId ? plain('left.') : { before: 'removed ', userId, after: '.' }),
  renamed: ({ from, to }) => plain(`renamed the channel from ${from} to ${to}.`),
  topic: ({ topic }) => plain(topic === '' ? 'cleared the topic.' : `set the topic: ${topic}`),
  description: ({ description }) => plain(description === '' ? 'cleared the description.' : 'changed the description.'),
  archived: () => plain('archived the channel.'),
  unarchived: () => plain('brought the channel back from the archive.'),
  pinned: () => plain('pinned a message.'),
};

function say<T extends SystemNote['type']>(
  note: Extract<SystemNote, { type: T }> & { type: T },
  byId: string,
): SystemWords {
  return wording[note.type](note, byId);
}

/** The words of what a SYSTEM message says; `byId` is its author, who did it. */
export function wordsOf(note: SystemNote, byId: string): SystemWords {
  return say(note, byId);
}
