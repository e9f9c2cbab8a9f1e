import type { TransactionClient } from '@parley/db/transaction';
import {
  candidatesStatement,
  type MessageSearch,
  namesPlaces,
  placesSizeStatement,
  type Range,
  readingStatement,
  type Statement,
  type TimePlace,
  walkStatement,
} from './candidates-statement.ts';
import type { SearchMode } from './term-conditions.ts';

export interface Stretch {
  readonly mode: SearchMode;
  /** Only what is older than this. */
  readonly after: TimePlace | null;
  readonly most: number;
  /** With so many it need not be looked for any further back. */
  readonly enough: number;
}

/** How many of the newest messages the first step looks through: a common word has enough hits among them. */
const firstStep = 20_000;
/** So many times as far where several words, or a word and a filter, must come together, which they seldom do. */
const asFarForSeveral = 3;
/** What is spelled alike is told by comparing the letters of each. */
const asFarForAlike = 0.5;
/** The second step looks as far as the hits of the first promise to be enough, but no further than this; the third at all. */
const longestStep = 400_000;
const allowance = 1.5;

/** Where no more than this was ever written, each of it is looked at: an index of words tells of all places. */
const tinyPlaces = 1_000;
/** Where no more than this was, all of it is looked through at once. */
const smallPlaces = 50_000;

/** So many of the newest are looked at to learn how common the words are. */
const sample = 300;
/** Reading all that an index holds of a word that many people say takes longer than looking at this many messages. */
const longestWalk = 3_000;

const dayMs = 86_400_000;

// Index Only Scan Backward using "Message_createdAt_idx".
const cutText = `SELECT "createdAt" AS at FROM "Message" WHERE "createdAt" <= $1 ORDER BY "createdAt" DESC OFFSET $2 LIMIT 1`;

/**
 * Messages that the search finds, newest first, at most so many: only of channels that the searcher is in while the
 * statement runs. Statements are planned anew each time: how common a word is decides between the indexes.
 */
export async function findCandidates(
  search: MessageSearch,
  { mode, after, most, enough }: Stretch,
  client: TransactionClient,
): Promise<TimePlace[]> {
  const upper = after?.at ?? new Date(Date.now() + dayMs);
  const all: Range = { mode, after, most, upper, lower: null };
  const ranges = { ...all, enough };
  const walked = mode === 'WORDS' && isIndexed(search) ? await walkNewest(search, ranges, client) : null;
  return walked ?? (await lookInSteps(search, ranges, client));
}

type Ranges = Range & Pick<Stretch, 'enough'>;

/** What is enough of the newest messages by looking at each, when a few of them say that it is not far; else null. */
async function walkNewest(
  search: MessageSearch,
  { enough, ...range }: Ranges,
  client: TransactionClient,
): Promise<TimePlace[] | null> {
  const walk = (rows: number) => placesFrom(walkStatement(search, range, rows), client);
  const { length } = await walk(sample);
  const promising = (hits: number) => Math.ceil((sample * hits * allowance) / length);
  if (promising(enough) > longestWalk) return null;
  const found = await walk(Math.min(promising(range.most), longestWalk));
  return found.length < enough ? null : found;
}

/** By the indexes: among the newest, then as far back as these promise to be enough, then all the way. */
async function lookInSteps(
  search: MessageSearch,
  { enough, ...all }: Ranges,
  client: TransactionClient,
): Promise<TimePlace[]> {
  const { upper, most } = all;
  const look = (range: Partial<Range>) => placesFrom(candidatesStatement(search, { ...all, ...range }), client);
  if (isIndexed(search) && namesPlaces(search)) {
    const size = await sizeOfPlaces(search, client);
    if (size <= tinyPlaces) return placesFrom(readingStatement(search, all), client);
    if (size <= smallPlaces) return look({});
  }
  const backBy = await paceOf(upper, client);
  const step = stepsFor(search, all.mode);
  const near = backBy(step);
  const found = await look({ lower: near });
  if (near === null || found.length >= enough || needsBound(search)) return found;
  const promising = found.length === 0 ? Number.POSITIVE_INFINITY : (step * most * allowance) / found.length;
  const far = promising * firstStep > longestStep ? null : backBy(promising);
  found.push(...(await look({ upper: near, lower: far, most: most - found.length })));
  if (far === null || found.length >= enough) return found;
  return [...found, ...(await look({ upper: far, most: most - found.length }))];
}

async function placesFrom({ text, values }: Statement, client: TransactionClient): Promise<TimePlace[]> {
  return (await client.query<TimePlace>(text, values)).rows;
}

/**
 * How far back in time so many first steps reach, if people wrote before as they did in the first: where they did not, the
 * next step is as good, only longer or shorter. Null when there is not so much.
 */
async function paceOf(start: Date, client: TransactionClient): Promise<(steps: number) => Date | null> {
  const { rows } = await client.query<{ at: Date }>(cutText, [start, firstStep]);
  const near = rows[0]?.at;
  if (near === undefined) return () => null;
  const span = Math.min(start.getTime(), Date.now()) - near.getTime();
  return (steps) => new Date(near.getTime() - Math.ceil(span * (steps - 1)));
}

async function sizeOfPlaces(search: MessageSearch, client: TransactionClient): Promise<number> {
  const { text, values } = placesSizeStatement(search);
  const { rows } = await client.query<{ size: number }>(text, values);
  return rows[0]?.size ?? 0;
}

/** Whether an index of words leads: terms without a letter or a digit stand in none. */
function isIndexed({ terms }: MessageSearch): boolean {
  return terms.some((term) => !term.not && term.words.length > 0);
}

function stepsFor(search: MessageSearch, mode: SearchMode): number {
  if (mode === 'ALIKE') return asFarForAlike;
  return asksSeveral(search) ? asFarForSeveral : 1;
}

function asksSeveral({ terms, filters }: MessageSearch): boolean {
  const words = terms.filter((term) => !term.not && term.words.length > 0).length;
  const rare = filters.filter(({ kind, not }) => !not && (kind === 'has' || kind === 'is' || kind === 'from')).length;
  return words > 0 && words + rare > 1;
}

/** What no index leads to is only looked for among the newest. */
function needsBound(search: MessageSearch): boolean {
  const wanted = search.terms.some((term) => !term.not);
  return wanted && !isIndexed(search) && !search.filters.some(({ kind }) => kind === 'from');
}
