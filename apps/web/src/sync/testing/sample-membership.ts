import type { ChannelListItem } from '../channel-list.ts';

/** The place of somebody in a channel that they left as it came and read nothing of, but for what is given. */
export function sampleMembership(
  given: Partial<NonNullable<ChannelListItem['membership']>> = {},
): NonNullable<ChannelListItem['membership']> {
  return {
    role: 'MEMBER',
    lastReadSeq: 0,
    unread: 0,
    mentions: 0,
    notificationLevel: 'ALL',
    mutedUntil: null,
    sectionId: null,
    starred: false,
    ...given,
  };
}
