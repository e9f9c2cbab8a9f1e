import { setImmediate as nextTurn } from 'node:timers/promises';
import { prepared } from '@parley/db/query';
import { type TransactionClient, transaction } from '@parley/db/transaction';
import { findHits } from '../access/hit-access.ts';
import { messageView } from '../message/message.view.ts';
import type { VerbContext } from '../trpc/context.ts';
import type { MessageSearch } from './candidates-statement.ts';
import { knownZone } from './day-bounds.ts';
import { findCandidates } from './find-candidates.ts';
import { highlightsIn } from './highlight.ts';
import { planTerms } from './plan-terms.ts';
import { byRank, type Ranked, rankCandidates } from './rank-candidates.ts';
import type { SearchMessagesInput } from './search.input.ts';
import type { MessageHit } from './search.output.ts';
import { readSearchCursor, type SearchPlace, writeSearchCursor } from './search-cursor.ts';
import { searchFailure } from './search-failure.ts';
import { inTurn } from './search-gate.ts';
import { parseSearchQuery } from './search-query.input.ts';
import type { SearchMode } from './term-conditions.ts';

/** By relevance, only so many of the newest matches are compared. */
const mostRanked = 200;
/** When the newest of them fill so many pages, no others are looked for. */
const pagesRanked = 3;
const mostTerms = 20;
const longBody = 4_000;
const zeroId = '00000000-0000-0000-0000-000000000000';

/** How a search's transaction plans, and how long it may take. */
export const searchSettings = `SELECT set_config('jit', 'off', true), set_config('work_mem', '32MB', true),
  set_config('random_page_cost', '1.1', true), set_config('max_parallel_workers_per_gather', '0', true),
  set_config('pg_trgm.word_similarity_threshold', '0.4', true), set_config('statement_timeout', '3000', true)`;

const languageOf = prepared<{ language: string }>({
  name: 'search_language',
  text: `SELECT "searchLanguage" AS language FROM "Workspace" WHERE id = $1`,
});

interface Found {
  readonly mode: SearchMode;
  readonly places: readonly SearchPlace[];
}

/**
 * Messages that answer `q`, in channels that the caller is in now: the newest first, or the best of the newest. Whole
 * words and their forms come first; when they do not fill a page, parts of words too; when there is nothing, what is
 * spelled alike. Any text is a query. SERVICE_UNAVAILABLE when it takes too long.
 */
export async function searchMessages(
  ctx: VerbContext,
  input: SearchMessagesInput,
): Promise<{ items: MessageHit[]; nextCursor: string | null }> {
  const { user } = ctx.caller;
  const from = readSearchCursor(user.id, input);
  const query = parseSearchQuery(input.q);
  if (query.terms.length === 0 && query.filters.length === 0) return { items: [], nextCursor: null };
  const { search, found } = await inTurn(user.id, () =>
    transaction(async (client) => {
      await client.query(searchSettings);
      const [workspace] = await languageOf([input.workspaceId], client);
      const terms = await planTerms(query.terms.slice(0, mostTerms), workspace?.language ?? 'english', client);
      const searcher = { userId: user.id, timeZone: knownZone(user.timezone) };
      const search = { workspaceId: input.workspaceId, searcher, terms, filters: query.filters.slice(0, mostTerms) };
      return { search, found: await findPage({ search, input, from }, client) };
    }),
  ).catch((error: unknown) => {
    throw searchFailure(error);
  });
  return pageOf(user.id, input, { search, found });
}

interface Asked {
  readonly search: MessageSearch;
  readonly input: SearchMessagesInput;
  readonly from: SearchPlace | null;
}

/** One more place than the page holds, if there is one. */
async function findPage(asked: Asked, client: TransactionClient): Promise<Found> {
  if (asked.from) return { mode: asked.from.mode, places: await placesIn(asked.from.mode, asked, client) };
  const words = await placesIn('WORDS', asked, client);
  const wanted = asked.search.terms.some((term) => !term.not && !term.exact);
  if (words.length > asked.input.limit || !wanted) return { mode: 'WORDS', places: words };
  const parts = await placesIn('PARTS', asked, client);
  if (parts.length > 0) return { mode: 'PARTS', places: parts };
  return { mode: 'ALIKE', places: await placesIn('ALIKE', asked, client) };
}

async function placesIn(
  mode: SearchMode,
  { search, input: { sort, limit }, from }: Asked,
  client: TransactionClient,
): Promise<SearchPlace[]> {
  // Nothing is told by ranks of words that are none of those asked for.
  const ranks = sort === 'RELEVANCE' && mode !== 'ALIKE' && search.terms.some((term) => !term.not);
  if (!ranks) {
    const after = from && { at: new Date(from.at), id: from.id };
    const newest = await findCandidates(search, { mode, after, most: limit + 1, enough: limit + 1 }, client);
    return newest.map(({ id, at }) => ({ mode, id, at: at.getTime(), score: 0 }));
  }
  const asOf = new Date(from?.at ?? Date.now());
  const after = { at: new Date(asOf.getTime() + 1), id: zeroId };
  const enough = Math.min(mostRanked, limit * pagesRanked + 1);
  const candidates = await findCandidates(search, { mode, after, most: mostRanked, enough }, client);
  const ranked = await rankCandidates(candidates, { terms: search.terms, asOf }, client);
  const last: Ranked | null = from;
  const rest = last ? ranked.filter((one) => byRank(last, one) < 0) : ranked;
  return rest.slice(0, limit + 1).map(({ id, score }) => ({ mode, id, at: asOf.getTime(), score }));
}

async function pageOf(
  viewerId: string,
  input: SearchMessagesInput,
  { search, found }: { search: MessageSearch; found: Found },
): Promise<{ items: MessageHit[]; nextCursor: string | null }> {
  const shown = found.places.slice(0, input.limit);
  const rows = await findHits(
    viewerId,
    shown.map(({ id }) => id),
  );
  const hits: MessageHit[] = [];
  for (const { id } of shown) {
    const row = rows.get(id);
    if (!row || row.deletedAt) continue;
    const message = messageView(row);
    // Many long texts take their time: between two of them everybody else has a turn.
    if (message.body.length > longBody) await nextTurn();
    const highlights = highlightsIn(message.body, search.terms, found.mode);
    const channel = { id: row.channelId, name: row.channelName, kind: row.channelKind };
    hits.push({ message, channel, highlights });
  }
  // Spelled alike by groups of three letters is not yet spelled alike for people.
  const items = found.mode === 'ALIKE' ? hits.filter(({ highlights }) => highlights.length > 0) : hits;
  const last = shown.at(-1);
  const more = found.places.length > input.limit && last;
  return { items, nextCursor: more ? writeSearchCursor(viewerId, input, last) : null };
}
