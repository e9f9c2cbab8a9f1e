import { prepared } from '@parley/db/query';

/** Counted up to this; a longer tail is said to be as long. */
export const mostCounted = 10_000;

/** Of the messages that the indexes of search do not hold: how many, and for how many seconds the first of them has waited. */
export interface SearchTail {
  readonly messages: number;
  readonly seconds: number;
}

// Index Scan using "Message_search_tail_idx".
const tailNow = prepared<SearchTail>({
  name: 'search_tail',
  text: `SELECT count(*)::int AS messages,
      greatest(coalesce(extract(epoch FROM now() - min(since)), 0), 0)::float8 AS seconds
    FROM (
      SELECT coalesce("editedAt", "createdAt") AS since FROM "Message" WHERE NOT "searchIndexed" ORDER BY id LIMIT ${mostCounted}
    ) tail`,
});

/** Measures what search still reads as it stands. */
export async function readTail(): Promise<SearchTail> {
  const [tail] = await tailNow([]);
  return tail ?? { messages: 0, seconds: 0 };
}
