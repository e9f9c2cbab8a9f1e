import type { User } from '@parley/realtime/shapes';
import { describe, expect, it } from 'vitest';
import type { ChannelListItem } from '../../sync/use-channels.ts';
import { type SidebarInput, type SidebarSort, sidebarSections } from './sidebar-order.ts';

const when = (day: number): string => `2026-11-${String(day).padStart(2, '0')}T12:00:00.000Z`;

interface Made {
  kind?: ChannelListItem['kind'];
  unread?: number;
  starred?: boolean;
  archived?: boolean;
  muted?: boolean;
  spoken?: number;
}

function channel(name: string, made: Made = {}): ChannelListItem {
  const { kind = 'PUBLIC', unread = 0, starred = false, archived = false, muted = false, spoken = 1 } = made;
  const user = (displayName: string): User => ({
    id: displayName,
    handle: displayName,
    displayName,
    avatarUrl: null,
    kind: 'PERSON',
    title: null,
    timezone: null,
    status: null,
    deactivatedAt: null,
  });
  return {
    id: name,
    workspaceId: 'w',
    kind,
    name: kind === 'DIRECT' ? '' : name,
    topic: '',
    description: '',
    isDefault: false,
    memberCount: 2,
    seq: 1,
    archivedAt: archived ? when(1) : null,
    createdAt: when(spoken),
    membership: {
      role: 'MEMBER',
      lastReadSeq: 0,
      unread,
      mentions: 0,
      notificationLevel: muted ? 'NONE' : 'ALL',
      mutedUntil: null,
      sectionId: null,
      starred,
    },
    lastMessage: null,
    lastMessageAt: null,
    ...(kind === 'DIRECT' ? { people: [user('me'), user(name)] } : {}),
  };
}

const look = (order: SidebarSort, collapsed = false) => ({ order, collapsed });
const input = (channels: ChannelListItem[], more: Partial<SidebarInput> = {}): SidebarInput => ({
  channels,
  sections: [],
  looks: { starred: look('NAME'), channels: look('NAME'), directs: look('RECENT') },
  openId: null,
  viewerId: 'me',
  unreadOnly: false,
  now: 0,
  ...more,
});
const drawn = (made: SidebarInput) =>
  sidebarSections(made).map(({ title, shown }) => `${title}: ${shown.map(({ id }) => id).join(' ')}`);

describe('the sections of the sidebar', () => {
  it('are the starred ones, one’s own, channels by name, and conversations by when somebody last spoke', () => {
    const channels = [
      channel('support'),
      channel('announcements'),
      channel('star', { starred: true }),
      channel('mine'),
      channel('Wen', { kind: 'DIRECT', spoken: 2 }),
      channel('Ana', { kind: 'DIRECT', spoken: 3 }),
      channel('Zoe', { kind: 'DIRECT', spoken: 9 }),
    ];
    const own = { id: 's', name: 'Own', channelIds: ['mine', 'Zoe', 'star'], ...look('NAME') };
    expect(drawn(input(channels, { sections: [own] }))).toEqual([
      'Starred: star',
      'Own: mine Zoe',
      'Channels: announcements support',
      'Direct messages: Ana Wen',
    ]);
  });

  it('leave archived channels out, but for the open one', () => {
    const channels = [channel('old', { archived: true }), channel('new')];
    expect(drawn(input(channels))[0]).toBe('Channels: new');
    expect(drawn(input(channels, { openId: 'old' }))[0]).toBe('Channels: new old');
  });

  it('put unread first where it is asked for, and do not count what is muted', () => {
    const channels = [channel('a'), channel('b', { unread: 1 }), channel('c', { unread: 3, muted: true })];
    const looks = { starred: look('NAME'), channels: look('UNREAD'), directs: look('NAME') };
    expect(drawn(input(channels, { looks }))[0]).toBe('Channels: b a c');
  });

  it('show what calls, and the open one, where they are folded or only unread is wanted', () => {
    const channels = [channel('a'), channel('b', { unread: 1 }), channel('c')];
    const looks = { starred: look('NAME'), channels: look('NAME', true), directs: look('NAME') };
    expect(drawn(input(channels, { looks, openId: 'c' }))[0]).toBe('Channels: b c');
    expect(drawn(input(channels, { unreadOnly: true }))[0]).toBe('Channels: b');
  });
});
