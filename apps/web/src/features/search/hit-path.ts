import type { Message } from '@parley/realtime/shapes';
import { type SearchPlace, withSearch } from './search-place.ts';

/**
 * The address of a message that was found, with the search still beside it. A reply opens in its thread, which takes the
 * search's place; so does a message where there is no room for both (`search` null). Going back shows the search again.
 */
export function hitPath(
  slug: string,
  { id, channelId, parentId, alsoToChannel }: Pick<Message, 'id' | 'channelId' | 'parentId' | 'alsoToChannel'>,
  search: SearchPlace | null,
): string {
  if (parentId !== null && !alsoToChannel) return `/w/${slug}/${channelId}?thread=${parentId}&message=${id}`;
  return withSearch(`/w/${slug}/${channelId}?message=${id}`, search);
}
