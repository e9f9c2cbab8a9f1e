import type { ChannelListItem } from '../../sync/channel-list.ts';

type Labelled = Pick<ChannelListItem, 'kind' | 'name' | 'people'>;
type Person = NonNullable<ChannelListItem['people']>[number];

/** Is it a conversation of certain people, and not a channel that people come to? */
export function isDirect({ kind }: Pick<ChannelListItem, 'kind'>): boolean {
  return kind === 'DIRECT' || kind === 'GROUP';
}

/** The people of a conversation without the viewer. Nobody in a channel, and in one's own notes. */
export function othersIn({ people }: Pick<ChannelListItem, 'people'>, viewerId: string): readonly Person[] {
  return (people ?? []).filter((person) => person.id !== viewerId);
}

/** What a list calls a place: a channel's name, a person's, the first names of several, or the viewer's own notes. */
export function channelLabel(channel: Labelled, viewerId: string): string {
  if (!isDirect(channel)) return channel.name;
  const others = othersIn(channel, viewerId);
  if (others.length === 0) return 'Your notes';
  if (others.length === 1) return others[0]?.displayName ?? '';
  return others.map(({ displayName }) => displayName.split(' ')[0] ?? displayName).join(', ');
}
