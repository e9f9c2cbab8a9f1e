import { describe, expect, it } from 'vitest';
import type { ChannelListItem } from '../../sync/use-channels.ts';
import { rankChannels } from './rank-channels.ts';

function channel(name: string, { unread = 0, mentions = 0, muted = false, archived = false } = {}): ChannelListItem {
  return {
    id: name,
    workspaceId: 'w',
    kind: 'PUBLIC',
    name,
    topic: '',
    description: '',
    memberCount: 1,
    isDefault: false,
    seq: 1,
    archivedAt: archived ? '2026-01-01T00:00:00.000Z' : null,
    createdAt: '2026-01-01T00:00:00.000Z',
    membership: {
      role: 'MEMBER',
      lastReadSeq: 0,
      unread,
      mentions,
      notificationLevel: muted ? 'NONE' : 'ALL',
      mutedUntil: null,
      sectionId: null,
      starred: false,
    },
    lastMessage: null,
    lastMessageAt: null,
  };
}

const names = (channels: readonly ChannelListItem[]): string[] => channels.map((each) => each.name);

describe('the switcher', () => {
  const channels = [
    channel('alpha'),
    channel('beta', { unread: 3 }),
    channel('gamma', { unread: 1, mentions: 1 }),
    channel('noise', { unread: 40, muted: true }),
    channel('open'),
    channel('last'),
    channel('old', { archived: true }),
  ];
  const context = {
    recent: ['open', 'last', 'alpha'],
    openId: 'open',
    viewerId: 'me',
    now: Date.parse('2026-01-01T00:00:00.000Z'),
  };

  it('begins with the channel before, then mentions, unread and what was opened last', () => {
    expect(names(rankChannels(channels, { ...context, typed: '' }))).toEqual([
      'last',
      'gamma',
      'beta',
      'alpha',
      'noise',
    ]);
  });

  it('puts the nearer name before the unread one', () => {
    const found = rankChannels([channel('web-design', { unread: 9 }), channel('design')], { ...context, typed: 'des' });
    expect(names(found)).toEqual(['design', 'web-design']);
  });

  it('finds a conversation by its people', () => {
    const user = { id: 'u', handle: 'tomas', displayName: 'Tomás Lindqvist', avatarUrl: null, kind: 'PERSON' as const };
    const person = { ...user, title: null, timezone: null, status: null, deactivatedAt: null };
    const direct = { ...channel(''), id: 'd', kind: 'DIRECT' as const, people: [person] };
    const all = [channel('travel'), direct];
    expect(rankChannels(all, { ...context, typed: 'tl' }).map((each) => each.id)).toEqual(['d', 'travel']);
    expect(rankChannels(all, { ...context, typed: 'tomas' }).map((each) => each.id)).toEqual(['d']);
  });

  it('finds archived channels, after all others', () => {
    const found = rankChannels([channel('plans-2020', { archived: true }), channel('my-plans')], {
      ...context,
      typed: 'plans',
    });
    expect(names(found)).toEqual(['my-plans', 'plans-2020']);
  });
});
