import type { ChannelListItem } from '../../sync/channel-list.ts';

type Titled = Pick<ChannelListItem, 'kind' | 'name' | 'people'>;

/** What a channel is called before the viewer: `#general`, or the names of the others. */
export function channelTitle({ kind, name, people }: Titled, viewerId: string): string {
  if (kind === 'PUBLIC' || kind === 'PRIVATE') return `#${name}`;
  const others = (people ?? []).filter((person) => person.id !== viewerId).map((person) => person.displayName);
  return others.length > 0 ? others.join(', ') : 'yourself';
}

/** What stands where there is room for a line: of a conversation of many the first names of three, and how many more. */
export function shortTitle(channel: Titled, viewerId: string): string {
  const others = (channel.people ?? []).filter((person) => person.id !== viewerId);
  if (others.length < 2) return channelTitle(channel, viewerId);
  const first = others.map(({ displayName }) => displayName.split(' ')[0] ?? displayName);
  if (first.length <= 4) return first.join(', ');
  return `${first.slice(0, 3).join(', ')} and ${first.length - 3} others`;
}

/**
 * Where somebody did something, as the end of a sentence: `in #general`, `in your notes`. The name of who did it is not
 * said again when it is a conversation with them.
 */
export function whereIn(channel: Titled, viewerId: string, actorId: string): string {
  if (channel.kind === 'PUBLIC' || channel.kind === 'PRIVATE') return `in ${channelTitle(channel, viewerId)}`;
  const [other, ...more] = (channel.people ?? []).filter((person) => person.id !== viewerId);
  if (!other) return 'in your notes';
  if (more.length === 0 && other.id === actorId) return 'in a direct message';
  return `in a conversation with ${shortTitle(channel, viewerId)}`;
}
