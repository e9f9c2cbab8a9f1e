import type { ChannelListItem } from '../../sync/use-channels.ts';

type Membership = ChannelListItem['membership'];

/** Whether its reader wants to hear nothing of a channel at `now`, in milliseconds. */
export function isMuted(membership: Membership, now: number): boolean {
  if (!membership) return false;
  const { notificationLevel, mutedUntil } = membership;
  return notificationLevel === 'NONE' || (mutedUntil !== null && Date.parse(mutedUntil) > now);
}

/** When the next of these mutes ends, in milliseconds; null when none is to end by itself. */
export function nextMuteEnd(memberships: Iterable<Membership>, now: number): number | null {
  let next: number | null = null;
  for (const membership of memberships) {
    const end = membership?.mutedUntil ? Date.parse(membership.mutedUntil) : Number.NaN;
    if (end > now && (next === null || end < next)) next = end;
  }
  return next;
}
