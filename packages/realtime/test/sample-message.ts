import type { Message, User } from '../src/shapes.ts';

const AT = '2026-01-02T03:04:05.678Z';

/** A user with this id; everything else is of no matter. */
export function sampleUser(id: string): User {
  return {
    id,
    handle: 'ada',
    displayName: 'Ada',
    avatarUrl: null,
    kind: 'PERSON',
    title: null,
    timezone: null,
    status: null,
    deactivatedAt: null,
  };
}

/** A message; what is not given is of no matter. */
export function sampleMessage(given: Partial<Message> = {}): Message {
  return {
    id: '0190a000-0000-7000-8000-000000000001',
    channelId: '0190a000-0000-7000-8000-00000000000c',
    author: sampleUser('0190a000-0000-7000-8000-00000000000a'),
    seq: 1,
    changeSeq: 1,
    kind: 'USER',
    body: 'Hello',
    nonce: 'n1',
    createdAt: AT,
    editedAt: null,
    deletedAt: null,
    deletedBy: null,
    parentId: null,
    alsoToChannel: false,
    system: null,
    reactions: [],
    attachments: [],
    previews: [],
    mentions: { userIds: [], channel: false, here: false },
    pinnedAt: null,
    pinnedBy: null,
    thread: null,
    ...given,
  };
}
