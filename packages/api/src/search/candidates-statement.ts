import { type FilterConditions, filterConditions, type Searcher } from './filter-conditions.ts';
import type { PlannedTerm } from './plan-terms.ts';
import type { SearchFilter } from './search-query.input.ts';
import { SqlValues } from './sql-values.ts';
import { type SearchMode, type TermConditions, termConditions } from './term-conditions.ts';

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

/** What is asked of the database. */
export interface Statement {
  readonly text: string;
  readonly values: SqlValues['values'];
}

/** The part of a search that one statement looks through. */
export interface Range {
  readonly mode: SearchMode;
  readonly after: TimePlace | null;
  readonly upper: Date;
  readonly lower: Date | null;
  readonly most: number;
}

/** Of what the indexes do not hold yet, only so many of the newest are read: with an indexer at work there never are. */
const longestTail = 20_000;

const newestFirst = `ORDER BY m."createdAt" DESC, m.id DESC`;

interface Parts {
  readonly userId: string;
  readonly most: string;
  /** The places that the search is in, as the one table that both arms ask. */
  readonly places: string;
  readonly inPlaces: boolean;
  /** What must hold of the message alone, whoever asks. */
  readonly own: readonly string[];
  /** The same for who comes by the index of words. */
  readonly ownByWords: readonly string[];
  readonly filters: FilterConditions;
  readonly blocked: readonly string[];
  readonly terms: TermConditions;
}

/**
 * The statement that finds candidates within a range: among the messages that the indexes hold, and, by reading each, among
 * those of the tail. One statement sees each message in one of the two.
 */
export function candidatesStatement(search: MessageSearch, range: Range): Statement {
  const values = new SqlValues();
  const parts = partsOf(search, range, values);
  const byIndexes = parts.terms.indexed.length > 0;
  // Where messages lead, the places are found by hash and once; where the places may lead, the planner decides.
  const text = `WITH place AS ${byIndexes ? '' : 'NOT '}MATERIALIZED (${parts.places})
    (${byIndexes ? indexedArm(parts) : plainArm(parts)})
    UNION ALL
    (${tailArm(parts)})
    ORDER BY at DESC, id DESC LIMIT ${parts.most}`;
  return { text, values: values.values };
}

function partsOf(search: MessageSearch, range: Range, values: SqlValues): Parts {
  const userId = values.add(search.searcher.userId);
  const filters = filterConditions(search.filters, search.searcher, values);
  const times = [
    `m."createdAt" <= ${values.add(range.upper)}`,
    ...(range.lower ? [`m."createdAt" > ${values.add(range.lower)}`] : []),
    ...(range.after
      ? [`(m."createdAt", m.id) < (${values.add(range.after.at)}::timestamptz, ${values.add(range.after.id)}::uuid)`]
      : []),
  ];
  return {
    userId,
    places: placesText(search, { userId, filters }, values),
    inPlaces: namesPlaces(search),
    own: [`m.kind = 'USER'`, 'm."deletedAt" IS NULL', ...times],
    // All there is before a moment is too much to be read by the index of time.
    ownByWords: [`m.kind = 'USER'`, 'm."deletedAt" IS NULL', ...(range.lower ? times : times.map(withoutIndex))],
    filters,
    blocked: withoutBlocked(search, userId),
    terms: termConditions(search.terms, range.mode, values),
    most: values.add(range.most),
  };
}

/**
 * The statement that looks at each of so many of the newest messages within a range, those of the tail too, and finds the
 * candidates among them.
 */
export function walkStatement(search: MessageSearch, range: Range, rows: number): Statement {
  const values = new SqlValues();
  const parts = partsOf(search, range, values);
  const { own, filters, blocked } = parts;
  const newest = `SELECT m.* FROM (
        SELECT m.* FROM "Message" m WHERE ${allOf(own)} ${newestFirst} LIMIT ${values.add(rows)}
      ) m JOIN place ON place."channelId" = m."channelId" WHERE ${allOf([...filters.message, ...filters.place, ...blocked])}
      ${newestFirst}`;
  return { text: lookingAtEach(newest, parts), values: values.values };
}

/** The statement that looks at each message that was written in the places of the search within a range. */
export function readingStatement(search: MessageSearch, range: Range): Statement {
  const values = new SqlValues();
  const parts = partsOf(search, range, values);
  const { own, filters, blocked } = parts;
  const all = `SELECT m.* FROM place, LATERAL (
        SELECT m.* FROM "Message" m WHERE m."channelId" = place."channelId" AND ${allOf([...own, ...filters.message])} OFFSET 0
      ) m WHERE ${allOf([...filters.place, ...blocked])}`;
  return { text: lookingAtEach(all, parts), values: values.values };
}

/** Without the indexes: what costs little says no first. */
function lookingAtEach(messages: string, { places, filters, terms, most }: Parts): string {
  return `WITH place AS MATERIALIZED (${places})
    SELECT m.id, m."createdAt" AS at FROM (${messages} OFFSET 0) m
    WHERE ${allOf([...terms.hints, ...filters.row, ...terms.indexed, ...terms.checked])} ${newestFirst} LIMIT ${most}`;
}

/** The statement that tells how much was ever written in the places that the search is in, as `size`. */
export function placesSizeStatement(search: MessageSearch): Statement {
  const values = new SqlValues();
  const userId = values.add(search.searcher.userId);
  const filters = filterConditions(search.filters.filter(isPlace), search.searcher, values);
  const places = placesText(search, { userId, filters }, values);
  return { text: `SELECT coalesce(sum(place.seq), 0)::float AS size FROM (${places}) place`, values: values.values };
}

const isPlace = ({ kind }: SearchFilter): boolean => kind === 'inChannel' || kind === 'inDirect';

/** Whether the search says where. */
export function namesPlaces({ filters }: MessageSearch): boolean {
  return filters.some((filter) => isPlace(filter) && !filter.not);
}

function placesText(
  { workspaceId }: MessageSearch,
  { userId, filters }: Pick<Parts, 'userId' | 'filters'>,
  values: SqlValues,
): string {
  return `SELECT cm."channelId", cm."lastReadSeq", c.seq FROM "ChannelMember" cm
    JOIN "Channel" c ON c.id = cm."channelId" AND c."workspaceId" = ${values.add(workspaceId)} AND c."deletedAt" IS NULL
    JOIN "Member" w ON w."workspaceId" = c."workspaceId" AND w."userId" = cm."userId"
    WHERE ${allOf([`cm."userId" = ${userId}`, 'cm."leftAt" IS NULL', ...filters.channel])}`;
}

/**
 * By the indexes of words: what they give, of the searcher's places, is put in order, and then looked at one by one until it
 * is enough. OFFSET 0 keeps each step where it stands: a word's beginning is rarer than the planner thinks, and it would
 * walk through time, or through the places, instead.
 */
function indexedArm({ ownByWords, inPlaces, filters, blocked, terms, most }: Parts): string {
  const within = inPlaces ? ['m."channelId" = ANY(ARRAY(SELECT "channelId" FROM place))'] : [];
  return `SELECT m.id, m."createdAt" AS at FROM (
      SELECT m.* FROM (
        SELECT m.* FROM "Message" m WHERE m."searchIndexed" AND ${allOf([...ownByWords, ...filters.message, ...within, ...terms.indexed])} OFFSET 0
      ) m JOIN place ON place."channelId" = m."channelId" WHERE ${allOf([...filters.place, ...blocked])}
      ${newestFirst} OFFSET 0
    ) m WHERE ${allOf([...filters.row, ...terms.checked])} ${newestFirst} LIMIT ${most}`;
}

/** Where no index of words leads. */
function plainArm({ own, filters, blocked, terms, most }: Parts): string {
  return `SELECT m.id, m."createdAt" AS at FROM "Message" m JOIN place ON place."channelId" = m."channelId"
    WHERE m."searchIndexed" AND ${allOf([...own, ...filters.message, ...filters.place, ...filters.row, ...blocked, ...terms.checked])}
    ${newestFirst} LIMIT ${most}`;
}

/** The bound stands below the terms: their forms, which cost, are made only of what the searcher may see. */
function tailArm({ own, filters, blocked, terms, most }: Parts): string {
  return `SELECT m.id, m."createdAt" AS at FROM (
      SELECT m.id, m."createdAt", m.body FROM "Message" m JOIN place ON place."channelId" = m."channelId"
      WHERE NOT m."searchIndexed" AND ${allOf([...own, ...filters.message, ...filters.place, ...filters.row, ...blocked])}
      ORDER BY m.id DESC LIMIT ${longestTail}
    ) m WHERE ${allOf([...terms.hints, ...terms.indexed, ...terms.checked])} ${newestFirst} LIMIT ${most}`;
}

const withoutIndex = (condition: string): string => `(${condition}) IS TRUE`;

function allOf(conditions: readonly string[]): string {
  return conditions.length === 0 ? 'true' : conditions.join(' AND ');
}

/** What people say whom the searcher wants nothing from is left out, unless they are asked for by name. */
function withoutBlocked({ filters }: MessageSearch, userId: string): string[] {
  if (filters.some(({ kind, not }) => kind === 'from' && !not)) return [];
  return [`NOT EXISTS (SELECT FROM "Block" b WHERE b."blockerId" = ${userId} AND b."blockedId" = m."authorId")`];
}
