import type { TransactionClient } from '@parley/db/transaction';
import { filterConditions, type Searcher } from './filter-conditions.ts';
import type { PlannedTerm } from './plan-terms.ts';
import type { SearchFilter } from './search-query.input.ts';
import { SqlValues } from './sql-values.ts';
import { type SearchMode, termConditions } from './term-conditions.ts';

/** What is looked for, by whom, and where. */
export interface MessageSearch {
  readonly workspaceId: string;
  readonly searcher: Searcher;
  readonly terms: readonly PlannedTerm[];
  readonly filters: readonly SearchFilter[];
}

/** A place in the order of time, newest first. */
export interface TimePlace {
  readonly at: Date;
  readonly id: string;
}

export interface Stretch {
  readonly mode: SearchMode;
  /** Only what is older than this. */
  readonly after: TimePlace | null;
  readonly most: number;
}

/** How many of the newest messages the first step looks through. A common word has enough hits among them. */
const firstStep = 20_000;
/** The second step looks as far as the hits of the first promise to be enough, but no further than this; the third at all. */
const longestStep = 400_000;
const allowance = 1.5;

/** Of what the indexes do not hold yet, only so many of the newest are read: with an indexer at work there never are. */
const longestTail = 20_000;

const dayMs = 86_400_000;

// Index Only Scan Backward using "Message_createdAt_idx".
const cutText = `SELECT "createdAt" AS at FROM "Message" WHERE "createdAt" <= $1 ORDER BY "createdAt" DESC OFFSET $2 LIMIT 1`;

/**
 * Messages that the search finds, newest first, at most so many: only of channels that the searcher is in while the
 * statement runs. Statements are planned anew each time: how common a word is decides between the indexes.
 */
export async function findCandidates(
  search: MessageSearch,
  { mode, after, most }: Stretch,
  client: TransactionClient,
): Promise<TimePlace[]> {
  const start = after?.at ?? new Date(Date.now() + dayMs);
  const look = async (range: Pick<Range, 'upper' | 'lower' | 'most'>): Promise<TimePlace[]> => {
    const { text, values } = candidatesStatement(search, { mode, after, ...range });
    return (await client.query<TimePlace>(text, values)).rows;
  };
  const near = await cutAt(start, firstStep, client);
  const found = await look({ upper: start, lower: near, most });
  if (near === null || found.length >= most || needsBound(search)) return found;
  const promising = found.length === 0 ? Number.POSITIVE_INFINITY : (firstStep * most * allowance) / found.length;
  const far = promising > longestStep ? null : await cutAt(start, Math.ceil(promising), client);
  found.push(...(await look({ upper: near, lower: far, most: most - found.length })));
  if (far === null || found.length >= most) return found;
  return [...found, ...(await look({ upper: far, lower: null, most: most - found.length }))];
}

async function cutAt(start: Date, rows: number, client: TransactionClient): Promise<Date | null> {
  const { rows: found } = await client.query<{ at: Date }>(cutText, [start, rows]);
  return found[0]?.at ?? null;
}

/** Terms without a letter or a digit stand in no index. */
function needsBound({ terms, filters }: MessageSearch): boolean {
  const wanted = terms.filter((term) => !term.not);
  const indexed = wanted.some((term) => term.words.length > 0) || filters.some(({ kind }) => kind === 'from');
  return !indexed && wanted.length > 0;
}

/** What people say whom the searcher wants nothing from is left out, unless they are asked for by name. */
function withoutBlocked({ filters }: MessageSearch, userId: string): string[] {
  if (filters.some(({ kind, not }) => kind === 'from' && !not)) return [];
  return [`NOT EXISTS (SELECT FROM "Block" b WHERE b."blockerId" = ${userId} AND b."blockedId" = m."authorId")`];
}

/** The part of a search that one statement looks through. */
export interface Range {
  readonly mode: SearchMode;
  readonly after: TimePlace | null;
  readonly upper: Date;
  readonly lower: Date | null;
  readonly most: number;
}

/**
 * The statement that finds candidates within a range: among the messages that the indexes hold, and, by reading each, among
 * those of the tail. One statement sees each message in one of the two.
 */
export function candidatesStatement(
  search: MessageSearch,
  range: Range,
): { text: string; values: SqlValues['values'] } {
  const values = new SqlValues();
  const userId = values.add(search.searcher.userId);
  const seen = [
    `m.kind = 'USER'`,
    'm."deletedAt" IS NULL',
    `m."createdAt" <= ${values.add(range.upper)}`,
    ...withoutBlocked(search, userId),
    ...(range.lower ? [`m."createdAt" > ${values.add(range.lower)}`] : []),
    ...(range.after
      ? [`(m."createdAt", m.id) < (${values.add(range.after.at)}::timestamptz, ${values.add(range.after.id)}::uuid)`]
      : []),
    ...filterConditions(search.filters, search.searcher, values),
  ].join(' AND ');
  const answers = ['true', ...termConditions(search.terms, range.mode, values)].join(' AND ');
  const messages = `FROM "Message" m
      JOIN "ChannelMember" cm ON cm."channelId" = m."channelId" AND cm."userId" = ${userId} AND cm."leftAt" IS NULL
      JOIN "Channel" c ON c.id = m."channelId" AND c."workspaceId" = ${values.add(search.workspaceId)} AND c."deletedAt" IS NULL
      JOIN "Member" w ON w."workspaceId" = c."workspaceId" AND w."userId" = ${userId}`;
  const most = values.add(range.most);
  const newest = `ORDER BY m."createdAt" DESC, m.id DESC LIMIT ${most}`;
  // The bound stands below the terms: their forms, which cost, are made only of what the searcher may see.
  const text = `(SELECT m.id, m."createdAt" AS at ${messages}
      WHERE m."searchIndexed" AND ${seen} AND ${answers} ${newest})
    UNION ALL
    (SELECT m.id, m."createdAt" AS at FROM (
        SELECT m.id, m."createdAt", m.body ${messages}
        WHERE NOT m."searchIndexed" AND ${seen} ORDER BY m.id DESC LIMIT ${longestTail}
      ) m WHERE ${answers} ${newest})
    ORDER BY at DESC, id DESC LIMIT ${most}`;
  return { text, values: values.values };
}
