import type { ChannelListItem } from '../../sync/use-channels.ts';
import { quoted } from './quoted.ts';

/** What narrows a search down to one conversation; nothing for a group, which has no name to ask for. */
export function scopeOf(
  { kind, name, people }: Pick<ChannelListItem, 'kind' | 'name' | 'people'>,
  viewerId: string,
): string {
  if (kind === 'PUBLIC' || kind === 'PRIVATE') return `in:${quoted(`#${name}`)}`;
  const [other, ...more] = (people ?? []).filter((person) => person.id !== viewerId);
  return other && more.length === 0 ? `in:@${other.handle}` : '';
}
