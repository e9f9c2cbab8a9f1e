/** What `has:` and `is:` may be followed by. */
export const hasValues = ['link', 'file', 'image', 'pin', 'reaction'] as const;
export const isValues = ['thread', 'saved', 'unread'] as const;

/** A day, a month or a year, as somebody wrote it. */
export interface WrittenDate {
  readonly year: number;
  /** 1 to 12. */
  readonly month?: number;
  readonly day?: number;
}

interface Piece {
  /** With a minus before it: what is meant is left out. */
  readonly not: boolean;
  /** Where it stands in the query, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
}

/** Words to look for. `exact` is for what stood in quotation marks. */
export interface SearchTerm extends Piece {
  readonly text: string;
  readonly exact: boolean;
}

export type SearchFilter = Piece &
  (
    | { readonly kind: 'from'; readonly handle: string }
    | { readonly kind: 'inChannel'; readonly name: string }
    | { readonly kind: 'inDirect'; readonly handle: string }
    | { readonly kind: 'has'; readonly value: (typeof hasValues)[number] }
    | { readonly kind: 'is'; readonly value: (typeof isValues)[number] }
    | { readonly kind: 'before' | 'after' | 'on'; readonly date: WrittenDate | 'today' | 'yesterday' }
  );

export interface SearchQuery {
  readonly terms: readonly SearchTerm[];
  readonly filters: readonly SearchFilter[];
}

type Meaning = SearchFilter extends infer F ? (F extends SearchFilter ? Omit<F, keyof Piece> : never) : never;

const quotes = '"“”„«»';
const token = new RegExp(
  `(?<not>-)?(?:(?<name>[a-z]+):)?(?:[${quotes}](?<quoted>[^${quotes}]*)(?:[${quotes}]|$)|(?<bare>\\S+))`,
  'giu',
);
const written = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/;

/**
 * Reads what somebody typed into the search field. Anything that is no operator with a value that it knows is text, so
 * every string is a query.
 */
export function parseSearchQuery(q: string): SearchQuery {
  const terms: SearchTerm[] = [];
  const filters: SearchFilter[] = [];
  for (const match of q.matchAll(token)) {
    const { not, name, quoted, bare } = match.groups ?? {};
    const place = { not: not !== undefined, start: match.index, end: match.index + match[0].length };
    const value = quoted ?? bare ?? '';
    const meaning = name === undefined ? null : meaningOf(name.toLowerCase(), value.trim());
    if (meaning) filters.push({ ...meaning, ...place });
    else terms.push(...termsOf({ name, quoted, value }, place));
  }
  return { terms, filters };
}

function termsOf(
  { name, quoted, value }: { name: string | undefined; quoted: string | undefined; value: string },
  place: Piece,
): SearchTerm[] {
  const text = (name === undefined ? value : `${name}:${value}`).trim();
  return text === '' ? [] : [{ text, exact: quoted !== undefined, ...place }];
}

function meaningOf(name: string, value: string): Meaning | null {
  switch (name) {
    case 'from':
      return fromOf(value);
    case 'in':
      return placeOf(value);
    case 'has': {
      const known = hasValues.find((one) => one === value.toLowerCase());
      return known ? { kind: 'has', value: known } : null;
    }
    case 'is': {
      const known = isValues.find((one) => one === value.toLowerCase());
      return known ? { kind: 'is', value: known } : null;
    }
    case 'before':
    case 'after':
    case 'on': {
      const date = dateOf(value.toLowerCase());
      return date ? { kind: name, date } : null;
    }
    default:
      return null;
  }
}

function fromOf(value: string): Meaning | null {
  const handle = value.replace(/^@/, '');
  return handle === '' ? null : { kind: 'from', handle };
}

function placeOf(value: string): Meaning | null {
  if (/^[@#]?$/.test(value)) return null;
  if (value.startsWith('@')) return { kind: 'inDirect', handle: value.slice(1) };
  return { kind: 'inChannel', name: value.replace(/^#/, '') };
}

function dateOf(value: string): WrittenDate | 'today' | 'yesterday' | null {
  if (value === 'today' || value === 'yesterday') return value;
  const [, year, month, day] = written.exec(value) ?? [];
  if (year === undefined || Number(year) < 1) return null;
  if (month === undefined) return { year: Number(year) };
  if (Number(month) < 1 || Number(month) > 12) return null;
  if (day === undefined) return { year: Number(year), month: Number(month) };
  const lastDay = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  if (Number(day) < 1 || Number(day) > lastDay) return null;
  return { year: Number(year), month: Number(month), day: Number(day) };
}
