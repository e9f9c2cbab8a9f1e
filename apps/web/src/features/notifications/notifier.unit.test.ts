import type { Message } from '@parley/realtime/shapes';
import { describe, expect, it, vi } from 'vitest';
import type { ChannelListItem } from '../../sync/channel-list.ts';
import { Notifier, type NotifierOptions } from './notifier.ts';

const ana = {
  id: 'ana',
  handle: 'ana',
  displayName: 'Ana',
  avatarUrl: null,
  kind: 'PERSON',
  title: null,
  timezone: null,
  status: null,
  deactivatedAt: null,
} as const;

function message(seq: number, more: Partial<Message> = {}): Message {
  return {
    id: `m${seq}`,
    channelId: 'c',
    author: ana,
    seq,
    changeSeq: seq,
    kind: 'USER',
    body: `message ${seq}`,
    nonce: `n${seq}`,
    createdAt: '2026-11-21T12:00:00.000Z',
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
    ...more,
  };
}

const channel: ChannelListItem = {
  id: 'c',
  workspaceId: 'w',
  kind: 'PUBLIC',
  name: 'general',
  topic: '',
  description: '',
  isDefault: true,
  memberCount: 2,
  seq: 5,
  archivedAt: null,
  createdAt: '2026-11-21T12:00:00.000Z',
  membership: {
    role: 'MEMBER',
    lastReadSeq: 5,
    unread: 0,
    mentions: 0,
    notificationLevel: 'ALL',
    mutedUntil: null,
    sectionId: null,
    starred: false,
  },
  lastMessage: null,
};

function make(items: Message[], more: Partial<NotifierOptions> = {}) {
  const shown: string[] = [];
  const asked = vi.fn(() => Promise.resolve(items));
  const notifier = new Notifier({
    changes: asked,
    why: (id) => Promise.resolve({ notify: id !== 'm7', reason: 'ALL' }),
    viewerId: 'me',
    readChannel: () => channel,
    channels: () => [channel],
    mayTell: () => true,
    isSeen: () => Promise.resolve(false),
    show: (notice) => shown.push(notice.message.id),
    ...more,
  });
  const moved = (seq: number) =>
    notifier.onInbox({ type: 'channelActivity', channelId: 'c', seq, unread: 1, mentions: 0 });
  return { shown, asked, moved };
}

describe('which new messages a person is told of', () => {
  it('are those of others that are new and that the server says notify, each once', async () => {
    const items = [message(3, { changeSeq: 6 }), message(6), message(7), message(8, { author: { ...ana, id: 'me' } })];
    const { shown, moved, asked } = make(items);
    moved(8);
    await vi.waitFor(() => expect(shown).toEqual(['m6']));
    moved(8);
    moved(9);
    await vi.waitFor(() => expect(asked).toHaveBeenCalledTimes(2));
    expect(asked).toHaveBeenLastCalledWith('c', 8);
    expect(shown).toEqual(['m6']);
  });

  it('are none that somebody looks at already', async () => {
    const isSeen = vi.fn(() => Promise.resolve(true));
    const { shown, moved } = make([message(6)], { isSeen });
    moved(6);
    await vi.waitFor(() => expect(isSeen).toHaveBeenCalledOnce());
    expect(shown).toEqual([]);
  });

  it('are not even asked for by a page that does not tell', () => {
    const { asked, moved } = make([message(6)], { mayTell: () => false });
    moved(6);
    expect(asked).not.toHaveBeenCalled();
  });
});
