import type { Message } from '@parley/realtime/shapes';
import { describe, expect, it, vi } from 'vitest';
import type { ChannelListItem } from '../../sync/channel-list.ts';
import { person, message as sampleMessage } from '../../sync/testing/model-channel.ts';
import { sampleMembership } from '../../sync/testing/sample-membership.ts';
import { Notifier, type NotifierOptions } from './notifier.ts';

const ana = { ...person(1), id: 'ana', handle: 'ana', displayName: 'Ana' };

function message(seq: number, more: Partial<Message> = {}): Message {
  const own = { id: `m${seq}`, channelId: 'c', author: ana, body: `message ${seq}` };
  return sampleMessage(seq, { ...own, ...more });
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
  membership: sampleMembership({ lastReadSeq: 5 }),
  lastMessage: null,
  lastMessageAt: null,
};

function make(more: Partial<NotifierOptions> = {}) {
  const shown: string[] = [];
  const read = vi.fn((id: string) => Promise.resolve(message(Number(id.slice(1)))));
  const notifier = new Notifier({
    readMessage: read,
    readChannel: () => channel,
    mayTell: () => true,
    isSeen: () => Promise.resolve(false),
    show: (notice) => shown.push(notice.message.id),
    ...more,
  });
  const notify = (messageId: string, kind: 'MENTION' | 'REMINDER' = 'MENTION'): void =>
    notifier.onInbox({ type: 'notification', id: messageId, kind, channelId: 'c', messageId, title: 'Ana', text: '' });
  return { shown, read, notify };
}

describe('what a person is told of', () => {
  it('is each thing once', async () => {
    const { shown, notify } = make();
    notify('m6');
    notify('m6');
    notify('m7');
    await vi.waitFor(() => expect(shown).toEqual(['m6', 'm7']));
  });

  it('is nothing that somebody looks at already, nor what was deleted; but what they asked to be reminded of', async () => {
    const isSeen = vi.fn(({ id }: Message) => Promise.resolve(id !== 'm9'));
    const readMessage = (id: string) =>
      Promise.resolve(message(Number(id.slice(1)), id === 'm7' ? { deletedAt: '2026-11-21T12:00:00.000Z' } : {}));
    const { shown, notify } = make({ isSeen, readMessage });
    notify('m6');
    notify('m7');
    notify('m8', 'REMINDER');
    notify('m9');
    await vi.waitFor(() => expect(shown).toEqual(['m8', 'm9']));
    expect(isSeen).toHaveBeenCalledTimes(2);
  });

  it('is not even read by a page that does not tell', () => {
    const { read, notify } = make({ mayTell: () => false });
    notify('m6');
    expect(read).not.toHaveBeenCalled();
  });
});
