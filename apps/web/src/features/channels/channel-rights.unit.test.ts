import { describe, expect, it } from 'vitest';
import { sampleMembership } from '../../sync/testing/sample-membership.ts';
import type { ChannelListItem } from '../../sync/use-channels.ts';
import { channelRights } from './channel-rights.ts';

const membership = sampleMembership();
const channel: ChannelListItem = {
  id: 'c',
  workspaceId: 'w',
  kind: 'PUBLIC',
  name: 'support',
  topic: '',
  description: '',
  memberCount: 2,
  isDefault: false,
  seq: 1,
  archivedAt: null,
  createdAt: '2026-01-01T00:00:00.000Z',
  membership,
  lastMessage: null,
  lastMessageAt: null,
};

describe('rights in a channel', () => {
  it('lets a member describe it, add people and leave', () => {
    expect(channelRights(channel, 'MEMBER')).toEqual({ describe: true, addPeople: true, manage: false, leave: true });
  });

  it('lets owners of the channel, and owners and admins of the workspace, manage it', () => {
    const own = { ...channel, membership: { ...membership, role: 'OWNER' as const } };
    expect(channelRights(own, 'MEMBER').manage).toBe(true);
    expect(channelRights(channel, 'ADMIN').manage).toBe(true);
    expect(channelRights({ ...own, membership: null }, 'ADMIN').manage).toBe(false);
  });

  it('lets guests neither describe it, add people nor manage it, even as its owners', () => {
    const own = { ...channel, membership: { ...membership, role: 'OWNER' as const } };
    expect(channelRights(own, 'GUEST')).toMatchObject({ describe: false, addPeople: false, manage: false });
  });

  it('leaves an archived channel as it is, and lets nobody leave the one that everybody is in', () => {
    const archived = { ...channel, archivedAt: '2026-01-02T00:00:00.000Z' };
    expect(channelRights(archived, 'OWNER')).toMatchObject({ describe: false, addPeople: false, manage: true });
    expect(channelRights({ ...channel, isDefault: true }, 'OWNER')).toMatchObject({ leave: false, addPeople: false });
  });
});
