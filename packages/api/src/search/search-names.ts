import { prepared } from '@parley/db/query';
import type { Channel, User } from '@parley/realtime/shapes';
import type { WorkspaceMembership } from '../access/workspace-access.ts';
import { type ChannelRow, channelColumns, channelView } from '../channel/channel.view.ts';
import { listChannels } from '../channel/list-channels.ts';
import type { ViewerChannel } from '../channel/viewer-channel.view.ts';
import { searchUsers } from '../user/search-users.ts';
import { matchNames } from './match-name.ts';
import type { SearchNamesInput } from './search.input.ts';

/** Names are compared in the process: more than so many are not read. */
const mostChannels = 5_000;
const mostPeople = 20_000;

export type FoundChannel = Channel & { readonly joined: boolean };
export type JumpTarget =
  | { readonly type: 'channel'; readonly channel: ViewerChannel }
  | { readonly type: 'openChannel'; readonly channel: FoundChannel }
  | { readonly type: 'person'; readonly user: User };

// A range of the unique index ("workspaceId", "nameKey"), and the viewer's place in each channel by primary key.
const visibleChannels = prepared<ChannelRow & { joined: boolean }>({
  name: 'search_channels',
  text: `SELECT ${channelColumns}, cm."userId" IS NOT NULL AS joined FROM "Channel" c
    LEFT JOIN "ChannelMember" cm ON cm."channelId" = c.id AND cm."userId" = $2 AND cm."leftAt" IS NULL
    WHERE c."workspaceId" = $1 AND c."deletedAt" IS NULL AND c.kind IN ('PUBLIC', 'PRIVATE')
      AND (cm."userId" IS NOT NULL OR (c.kind = 'PUBLIC' AND NOT $3::boolean))
    ORDER BY c."nameKey" LIMIT ${mostChannels}`,
});

interface Scored<T> {
  readonly item: T;
  readonly score: number;
}

/** Those that fit, the best first. */
function best<T>(scored: readonly Scored<T>[], limit: number): T[] {
  const fitting = scored.filter(({ score }) => score > 0).sort((one, other) => other.score - one.score);
  return fitting.slice(0, limit).map(({ item }) => item);
}

async function channelsFor(viewerId: string, { workspaceId, role }: WorkspaceMembership): Promise<FoundChannel[]> {
  const rows = await visibleChannels([workspaceId, viewerId, role === 'GUEST']);
  return rows.map((row) => ({ ...channelView(row), joined: row.joined }));
}

function peopleFor(viewerId: string, membership: WorkspaceMembership): Promise<User[]> {
  return searchUsers(viewerId, membership, { q: '', limit: mostPeople });
}

/** Channels that the viewer may know of by name, initials, or nearly so; one's own come before others that fit as well. */
export async function searchChannels(
  viewerId: string,
  membership: WorkspaceMembership,
  { q, limit }: SearchNamesInput,
): Promise<FoundChannel[]> {
  const channels = await channelsFor(viewerId, membership);
  const scored = channels.map((item) => ({
    item,
    score: matchNames(q, [item.name]) * (item.archivedAt ? 0.5 : item.joined ? 1.1 : 1),
  }));
  return best(scored, limit);
}

/** People of the workspace by name, handle, initials, or nearly so. A guest finds only people of their channels. */
export async function searchPeople(
  viewerId: string,
  membership: WorkspaceMembership,
  { q, limit }: SearchNamesInput,
): Promise<User[]> {
  const people = await peopleFor(viewerId, membership);
  return best(
    people.map((item) => ({ item, score: matchNames(q, [item.displayName, item.handle]) })),
    limit,
  );
}

/** What one's own channel is called: a direct one by the people in it. */
function namesOf({ name, people }: ViewerChannel): string[] {
  const others = people ?? [];
  return [name, others.map((person) => person.displayName).join(' '), ...others.map((person) => person.handle)];
}

const callsBonus = 6;
const unreadBonus = 4;
const newestBonus = 9;
const dayMs = 86_400_000;

/** Where one would go sooner: to what calls, what is unread, and where somebody wrote of late. */
function liveliness({ membership, lastMessageAt, archivedAt }: ViewerChannel): number {
  if (archivedAt) return -20;
  const days = lastMessageAt ? (Date.now() - Date.parse(lastMessageAt)) / dayMs : Number.POSITIVE_INFINITY;
  const calls = membership && membership.mentions > 0 ? callsBonus : 0;
  return calls + (membership && membership.unread > 0 ? unreadBonus : 0) + newestBonus / (1 + Math.max(0, days));
}

/**
 * Where the viewer may want to go: their channels and directs, unread and lively ones first, then people, then channels
 * that they could join. Without `q`: their own channels.
 */
export async function searchJump(
  viewerId: string,
  membership: WorkspaceMembership,
  { q, limit }: SearchNamesInput,
): Promise<JumpTarget[]> {
  const own = await listChannels(viewerId, membership.workspaceId);
  const scored: Scored<JumpTarget>[] = own.map((channel) => {
    const score = matchNames(q, namesOf(channel));
    return { item: { type: 'channel', channel }, score: score === 0 ? 0 : 30 + score + liveliness(channel) };
  });
  if (q.trim() !== '') {
    const [people, channels] = await Promise.all([peopleFor(viewerId, membership), channelsFor(viewerId, membership)]);
    for (const user of people) {
      const score = user.id === viewerId ? 0 : matchNames(q, [user.displayName, user.handle]);
      scored.push({ item: { type: 'person', user }, score: score === 0 ? 0 : 20 + score });
    }
    for (const channel of channels) {
      if (channel.joined || channel.archivedAt) continue;
      scored.push({ item: { type: 'openChannel', channel }, score: matchNames(q, [channel.name]) });
    }
  }
  return best(scored, limit);
}
