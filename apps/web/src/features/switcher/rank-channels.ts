import type { ChannelListItem } from '../../sync/use-channels.ts';
import { channelTitle } from '../composer/channel-title.ts';
import { isMuted } from '../sidebar/is-muted.ts';
import { matchScore } from './match-score.ts';

export interface RankingContext {
  readonly typed: string;
  /** Ids, the one opened last first. */
  readonly recent: readonly string[];
  readonly openId: string | null;
  readonly viewerId: string;
  /** In milliseconds. */
  readonly now: number;
}

/** What a channel is called in a list: its name, or the people of a conversation. */
export function placeName(channel: Pick<ChannelListItem, 'kind' | 'name' | 'people'>, viewerId: string): string {
  if (channel.kind === 'PUBLIC' || channel.kind === 'PRIVATE') return channel.name;
  const title = channelTitle(channel, viewerId);
  return title === 'yourself' ? 'Your notes' : title;
}

/** The best that any of its names does: people are known by their handles too. */
function nameScore(channel: ChannelListItem, typed: string, viewerId: string): number {
  const others = (channel.people ?? []).filter((person) => person.id !== viewerId);
  const names = [placeName(channel, viewerId), ...others.map((person) => person.handle)];
  return Math.max(...names.map((name) => matchScore(typed, name)));
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
  { typed, recent, openId, viewerId, now }: RankingContext,
): ChannelListItem[] {
  const empty = typed.trim() === '';
  const previous = recent.find((id) => id !== openId);
  const places = new Map(recent.map((id, index) => [id, index]));
  const ranked = channels
    .filter((channel) => !empty || (channel.id !== openId && channel.archivedAt === null))
    .map((channel) => ({
      channel,
      score: empty && channel.id === previous ? 2 : nameScore(channel, typed, viewerId),
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
      placeName(one.channel, viewerId).localeCompare(placeName(other.channel, viewerId)),
  );
  return ranked.map((entry) => entry.channel);
}
