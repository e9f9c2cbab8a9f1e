import { parseSearchQuery, type SearchFilter } from '@parley/api/search/search-query.input';

/** A filter that was typed to its end, as it stands in the query. */
export interface QueryChip {
  readonly source: string;
  readonly filter: SearchFilter;
}

export interface SplitQuery {
  readonly chips: readonly QueryChip[];
  /** What is left to type in. */
  readonly text: string;
}

/** Takes the filters that have a space behind them out of a query. */
export function splitQuery(q: string): SplitQuery {
  const settled = parseSearchQuery(q).filters.filter(({ end }) => /\s/.test(q[end] ?? ''));
  const chips = settled.map((filter) => ({ source: q.slice(filter.start, filter.end), filter }));
  let text = '';
  let from = 0;
  for (const { start, end } of settled) {
    text += q.slice(from, start);
    from = end + 1;
  }
  return { chips, text: text + q.slice(from) };
}

/** The query of these filters and the text behind them. */
export function joinQuery(chips: readonly string[], text: string): string {
  return chips.map((source) => `${source} `).join('') + text;
}

/** A query whose last filter counts as typed to its end, such as one that is opened again. */
export function settledQuery(q: string): string {
  const ended = parseSearchQuery(q).filters.some(({ end }) => end === q.length);
  return ended ? `${q} ` : q;
}
