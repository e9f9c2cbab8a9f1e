import type { ChannelListItem } from '../../sync/channel-list.ts';

type Titled = Pick<ChannelListItem, 'kind' | 'name' | 'people'>;

/** What a channel is called before the viewer: `#general`, or the names of the others. */
export function channelTitle({ kind, name, people }: Titled, viewerId: string): string {
  if (kind === 'PUBLIC' || kind === 'PRIVATE') return `#${name}`;
  const others = (people ?? []).filter((person) => person.id !== viewerId).map((person) => person.displayName);
  return others.length > 0 ? others.join(', ') : 'yourself';
}
