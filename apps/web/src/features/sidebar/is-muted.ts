import type { ChannelListItem } from '../../sync/use-channels.ts';

/** Whether its reader wants to hear nothing of a channel now. */
export function isMuted(membership: ChannelListItem['membership']): boolean {
  if (!membership) return false;
  const { notificationLevel, mutedUntil } = membership;
  return notificationLevel === 'NONE' || (mutedUntil !== null && Date.parse(mutedUntil) > Date.now());
}
