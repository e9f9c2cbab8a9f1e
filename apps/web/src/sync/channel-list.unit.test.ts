import { describe, expect, test } from 'vitest';
import type { NumberedEvent } from './apply-event.ts';
import {
  afterActivity,
  type ChannelListItem,
  channelAfter,
  channelAsRead,
  losesLastMessage,
  losesPlace,
  mergeLists,
  readUpTo,
  withChannel,
  withoutChannel,
  withReadPosition,
} from './channel-list.ts';
import { CHANNEL, message, person } from './testing/model-channel.ts';
import { sampleMembership } from './testing/sample-membership.ts';

const me = person(1);
const membership = sampleMembership({ lastReadSeq: 10, unread: 2, mentions: 1 });

function channel(fields: Partial<ChannelListItem> = {}): ChannelListItem {
  return {
    id: CHANNEL,
    workspaceId: 'w',
    kind: 'PUBLIC',
    name: 'general',
    topic: '',
    description: '',
    memberCount: 2,
    isDefault: false,
    seq: 12,
    archivedAt: null,
    createdAt: '2026-01-01T00:00:00.000Z',
    membership,
    lastMessage: message(12, { author: person(2) }),
    lastMessageAt: message(12).createdAt,
    ...fields,
  };
}

const after = (before: ChannelListItem, event: NumberedEvent) => channelAfter(before, event, me.id);

describe('a channel after its own events is the channel read anew', () => {
  const { membership: _, lastMessage: __, lastMessageAt: ___, people: ____, ...common } = channel();
  const joined = { channelId: CHANNEL, userId: 'x', user: person(9), joinedAt: common.createdAt, leftAt: null };
  const demoted = { ...joined, userId: me.id, user: me, role: 'OWNER', changeSeq: 13 } as const;
  const written = message(13, { author: person(2) });
  const edited = message(12, { author: person(2), changeSeq: 13, body: 'edited' });
  test.each<[string, NumberedEvent['event'], Partial<ChannelListItem>]>([
    ['a message', { type: 'message', message: written }, { lastMessage: written, lastMessageAt: written.createdAt }],
    ['an edit of the newest', { type: 'message', message: edited }, { lastMessage: edited }],
    ['a reply, which the timeline does not show', { type: 'message', message: message(13, { parentId: 'p' }) }, {}],
    ['a note of what happened', { type: 'message', message: message(13, { kind: 'SYSTEM', body: '' }) }, {}],
    ['an edit of an older one', { type: 'message', message: message(3, { changeSeq: 13 }) }, {}],
    [
      'another member',
      { type: 'member', member: { ...joined, role: 'MEMBER', changeSeq: 13 }, memberCount: 3 },
      { memberCount: 3 },
    ],
    [
      'the viewer’s role',
      { type: 'member', member: demoted, memberCount: 2 },
      { membership: { ...membership, role: 'OWNER' } },
    ],
    ['a new name', { type: 'channel', channel: { ...common, name: 'new', seq: 13 } }, { name: 'new' }],
    [
      'the archive',
      { type: 'channel', channel: { ...common, archivedAt: common.createdAt } },
      { archivedAt: common.createdAt },
    ],
  ])('%s', (_name, event, changed) => {
    expect(after(channel(), { seq: 13, event })).toEqual(channel({ seq: 13, ...changed }));
  });

  const own = { type: 'message', message: message(13, { author: me }) } as const;

  test('one’s own message is read with what is before it', () => {
    const caughtUp = channel({ membership: { ...membership, lastReadSeq: 12, unread: 0, mentions: 0 } });
    const written = after(caughtUp, { seq: 13, event: own });
    expect(written.membership).toEqual({ ...membership, lastReadSeq: 13, unread: 0, mentions: 0 });
    expect(losesPlace(written, own, me.id)).toBe(false);
  });

  test.each([
    ['what is counted', { lastReadSeq: 10, unread: 2, mentions: 0 }],
    ['what is not counted yet', { lastReadSeq: 10, unread: 0, mentions: 0 }],
    ['a call in a thread', { lastReadSeq: 12, unread: 0, mentions: 1 }],
  ])('one’s own message leaves %s unread until the server says', (_name, place) => {
    const behind = channel({ membership: { ...membership, ...place } });
    const written = after(behind, { seq: 13, event: own });
    expect(written.membership).toEqual(behind.membership);
    expect(losesPlace(written, own, me.id)).toBe(true);
  });

  test('an older name does not replace a newer one', () => {
    const renamed = channel({ seq: 20, name: 'newest' });
    expect(after(renamed, { seq: 13, event: { type: 'channel', channel: { ...common, name: 'older' } } })).toBe(
      renamed,
    );
  });
});

test('when the newest message is deleted, only the server knows the one before', () => {
  const deleted = message(12, { deletedAt: '2026-01-02T00:00:00.000Z', changeSeq: 13 });
  expect(losesLastMessage(channel(), { type: 'message', message: deleted })).toBe(true);
  expect(losesLastMessage(channel(), { type: 'message', message: { ...deleted, id: 'other' } })).toBe(false);
});

describe('what the inbox tells of a channel whose messages are not followed', () => {
  const told = { type: 'channelActivity', channelId: CHANNEL, seq: 14, unread: 2, mentions: 0 } as const;
  const line = { messageId: 'm', authorId: person(2).id, authorName: 'Ben', text: 'hello' };
  const [before, then] = ['2020-01-01T00:00:00.000Z', '2030-01-01T00:00:00.000Z'];

  test('moves it to where its newest message stands, and never back', () => {
    const moved = afterActivity(channel(), { ...told, preview: { ...line, createdAt: then } });
    expect(moved).toMatchObject({ seq: 14, lastMessageAt: then, lastMessage: { seq: 12 } });
    expect(afterActivity(moved, { ...told, preview: { ...line, createdAt: before } }).lastMessageAt).toBe(then);
    expect(afterActivity(channel({ lastMessageAt: null }), told).lastMessageAt).toBeNull();
  });

  test('and what is read of it later does not take it back', () => {
    const moved = afterActivity(channel(), { ...told, preview: { ...line, createdAt: then } });
    const caughtUp = after(moved, { seq: 13, event: { type: 'message', message: message(13, { createdAt: before }) } });
    expect(caughtUp).toMatchObject({ lastMessage: { seq: 13 }, lastMessageAt: then });
  });
});

describe('reading', () => {
  test('what this device has read is not unread again when an older word arrives', () => {
    const read = readUpTo(channel(), 12);
    expect(read.membership).toMatchObject({ lastReadSeq: 12, unread: 0, mentions: 0 });
    const late = { type: 'channelActivity', channelId: CHANNEL, seq: 12, unread: 2, mentions: 1 } as const;
    expect(afterActivity(read, late).membership?.unread).toBe(0);
    expect(afterActivity(read, { ...late, seq: 13, unread: 1 }).membership?.unread).toBe(1);
  });

  test('it never moves back by itself, but when the server says so', () => {
    const read = readUpTo(channel(), 12);
    expect(readUpTo(read, 11)).toBe(read);
    const back = withReadPosition(read, { channelId: CHANNEL, lastReadSeq: 4, unread: 8, mentions: 0 });
    expect(back.membership).toMatchObject({ lastReadSeq: 4, unread: 8 });
  });
});

describe('a list that was read anew', () => {
  const other = channel({ id: 'other' });
  const nothing = { readAhead: () => undefined, moved: () => false };
  test('keeps the reader’s place where that was told meanwhile: it may be older', () => {
    const back = withReadPosition(channel(), { channelId: CHANNEL, lastReadSeq: 4, unread: 8, mentions: 1 });
    const fetched = channel({ seq: 13, name: 'renamed' });
    const moved = (id: string) => id === CHANNEL;
    const merged = channelAsRead(back, fetched, { ...nothing, moved });
    expect(merged).toMatchObject({ name: 'renamed', seq: 13, membership: { lastReadSeq: 4, unread: 8, mentions: 1 } });
    expect(channelAsRead(back, fetched, nothing)).toBe(fetched);
  });
  test('keeps what events said meanwhile, and drops what is gone', () => {
    const current = { items: [channel({ seq: 15, name: 'by event' }), other] };
    const merged = mergeLists(current, { items: [channel({ seq: 14 }), channel({ id: 'new' })] }, nothing);
    expect(merged.items.map(({ id, name }) => `${id} ${name}`)).toEqual([`${CHANNEL} by event`, 'new general']);
  });
  test('keeps what this device has read and the server does not know', () => {
    const merged = mergeLists(undefined, { items: [channel()] }, { ...nothing, readAhead: () => 12 });
    expect(merged.items[0]?.membership).toMatchObject({ lastReadSeq: 12, unread: 0 });
  });
  test('takes a channel in its place, or at the end, and lets it go', () => {
    const list = { items: [channel(), other] };
    expect(withChannel(list, channel({ name: 'x' })).items.map(({ name }) => name)).toEqual(['x', 'general']);
    expect(withChannel(list, channel({ id: 'third' })).items).toHaveLength(3);
    expect(withoutChannel(list, CHANNEL).items).toEqual([other]);
    expect(withoutChannel(list, 'nobody')).toBe(list);
  });
});
