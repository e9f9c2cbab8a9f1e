import type { ChannelListItem } from '../../sync/use-channels.ts';
import { isMuted } from '../sidebar/is-muted.ts';
import { matchScore } from './match-score.ts';

export interface RankingContext {
  readonly typed: string;
  /** Ids, the one opened last first. */
  readonly recent: readonly string[];
  readonly openId: string | null;
  /** In milliseconds. */
  readonly now: number;
}

/** 2 for what mentions the reader, 1 for what is unread. */
function callOf({ membership }: ChannelListItem, now: number): number {
  if (!membership || isMuted(membership, now)) return 0;
  return membership.mentions > 0 ? 2 : Math.min(membership.unread, 1);
}

/**
 * The channels that answer to what was typed: the nearest names first, and among equals mentions, unread, then those
 * opened last. With nothing typed the one before the open one comes first, so that Enter goes back and forth.
 */
export function rankChannels(
  channels: readonly ChannelListItem[],
  { typed, recent, openId, now }: RankingContext,
): ChannelListItem[] {
  const empty = typed.trim() === '';
  const previous = recent.find((id) => id !== openId);
  const places = new Map(recent.map((id, index) => [id, index]));
  const ranked = channels
    .filter((channel) => !empty || (channel.id !== openId && channel.archivedAt === null))
    .map((channel) => ({
      channel,
      score: empty && channel.id === previous ? 2 : matchScore(typed, channel.name),
      call: callOf(channel, now),
      place: places.get(channel.id) ?? recent.length,
      archived: Number(channel.archivedAt !== null),
    }))
    .filter((entry) => entry.score > 0);
  ranked.sort(
    (one, other) =>
      one.archived - other.archived ||
      other.score - one.score ||
      other.call - one.call ||
      one.place - other.place ||
      one.channel.name.localeCompare(other.channel.name),
  );
  return ranked.map((entry) => entry.channel);
}
