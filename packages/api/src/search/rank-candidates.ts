import type { TransactionClient } from '@parley/db/transaction';
import type { TimePlace } from './candidates-statement.ts';
import type { PlannedTerm } from './plan-terms.ts';
import { anywhere } from './sql-values.ts';
import { termQuery, vector } from './term-conditions.ts';

/** A candidate and how well it answers the search: the higher the better. */
export interface Ranked {
  readonly id: string;
  readonly score: number;
}

const dayMs = 86_400_000;
/** After so many days a message has lost half of what being new is worth. */
const halfLifeDays = 30;
const literalBonus = 0.5;
const newBonus = 0.5;

// One primary-key probe and one vector for each candidate; there are never more than some hundred.
const rankText = `SELECT m.id, ts_rank(${vector}, $2::tsquery, 1) AS rank, message_fold(m.body) LIKE $3 AS literal
  FROM "Message" m WHERE m.id = ANY($1::uuid[])`;

/** Sorts candidates by how well their words answer the terms and by how new they were at `asOf`, best first. */
export async function rankCandidates(
  candidates: readonly TimePlace[],
  { terms, asOf }: { terms: readonly PlannedTerm[]; asOf: Date },
  client: TransactionClient,
): Promise<Ranked[]> {
  const wanted = terms.filter((term) => !term.not);
  const query = wanted.flatMap((term) => termQuery(term) ?? []).join(' | ');
  const phrase = anywhere(wanted.map((term) => term.folded).join(' '));
  const ids = candidates.map(({ id }) => id);
  const { rows } = await client.query<{ id: string; rank: number; literal: boolean }>(rankText, [ids, query, phrase]);
  const times = new Map(candidates.map(({ id, at }) => [id, at.getTime()]));
  const ranked = rows.map(({ id, rank, literal }) => {
    const days = Math.max(0, asOf.getTime() - (times.get(id) ?? 0)) / dayMs;
    return { id, score: rank + (literal ? literalBonus : 0) + newBonus / (1 + days / halfLifeDays) };
  });
  return ranked.sort(byRank);
}

/** The order of hits by relevance: the better first, then the newer. */
export function byRank(one: Ranked, other: Ranked): number {
  if (one.score !== other.score) return other.score - one.score;
  if (one.id === other.id) return 0;
  return one.id < other.id ? 1 : -1;
}
