export const searchTabs = ['messages', 'channels', 'people'] as const;
export type SearchTab = (typeof searchTabs)[number];
export type SearchSort = 'RELEVANCE' | 'NEWEST';

/** What the search beside the conversation shows. It stands in the address, so that the back button leads to it. */
export interface SearchPlace {
  readonly q: string;
  readonly tab: SearchTab;
  readonly sort: SearchSort;
}

/** As many letters as the server reads. */
export const longestQuery = 500;

/** Reads the search out of an address, or answers null where none is open. */
export function parseSearchPlace(search: { get(name: string): string | null }): SearchPlace | null {
  const q = search.get('find');
  if (q === null) return null;
  return {
    q: q.slice(0, longestQuery),
    tab: searchTabs.find((tab) => tab === search.get('find-tab')) ?? 'messages',
    sort: search.get('find-sort') === 'newest' ? 'NEWEST' : 'RELEVANCE',
  };
}

/** An address (`path?search`) with a search in it, or without any. What else stands at the side gives way to it. */
export function withSearch(href: string, place: SearchPlace | null): string {
  const [path = '', query = ''] = href.split('?');
  const search = new URLSearchParams(query);
  for (const name of ['find', 'find-tab', 'find-sort']) search.delete(name);
  if (place) {
    search.delete('panel');
    search.set('find', place.q);
    if (place.tab !== 'messages') search.set('find-tab', place.tab);
    if (place.sort === 'NEWEST') search.set('find-sort', 'newest');
  }
  const rest = search.toString();
  return rest === '' ? path : `${path}?${rest}`;
}
