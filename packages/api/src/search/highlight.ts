import { foldWithPlaces, isUnspaced } from '../input/fold-search.ts';
import { editDistance } from './edit-distance.ts';
import { type PlannedTerm, sharedStart } from './plan-terms.ts';
import type { SearchMode } from './term-conditions.ts';

/** A stretch of a body that made it a hit, in UTF-16 units. */
export interface Highlight {
  readonly start: number;
  readonly end: number;
}

const most = 100;
const shortestInside = 3;
const word = /[\p{L}\p{M}\p{N}]+/gu;

/** Texts of fewer letters may have one letter wrong, others two. */
const shortWord = 6;

/** Where a body holds what was looked for, in order and without overlap. Data, not markup. */
export function highlightsIn(body: string, terms: readonly PlannedTerm[], mode: SearchMode): Highlight[] {
  const { folded, starts } = foldWithPlaces(body);
  const wanted = terms.filter((term) => !term.not);
  const found = wanted.flatMap((term) => placesOf(term, folded, mode));
  const places = found.map(([start, end]) => ({ start: starts[start] ?? 0, end: starts[end] ?? body.length }));
  return merged(places).slice(0, most);
}

type Place = readonly [start: number, end: number];

function placesOf(term: PlannedTerm, folded: string, mode: SearchMode): Place[] {
  const places: Place[] = occurrences(term, folded);
  const [only] = term.words;
  if (term.exact || term.words.length !== 1 || only === undefined) return places;
  const fits = wordTest(only, term, mode);
  for (const match of folded.matchAll(word)) {
    if (fits(match[0])) places.push([match.index, match.index + match[0].length]);
    if (places.length >= most * 2) break;
  }
  return places;
}

/** Tells whether a word is a form of the one that was looked for, or nearly it: each once, since a long text repeats its words. */
function wordTest(only: string, { stem }: PlannedTerm, mode: SearchMode): (found: string) => boolean {
  const beginning = stem ? sharedStart(only, stem.lexeme) : only;
  const hasForms = Array.from(only).length > 1;
  const known = new Map<string, boolean>();
  return (found) => {
    const fits =
      known.get(found) ?? ((hasForms && found.startsWith(beginning)) || (mode === 'ALIKE' && isNearly(found, only)));
    known.set(found, fits);
    return fits;
  };
}

function isNearly(found: string, only: string): boolean {
  const allowed = only.length < shortWord ? 1 : 2;
  return Math.abs(found.length - only.length) <= allowed * 2 && editDistance(found, only, allowed) <= allowed;
}

function occurrences({ folded: text, words }: PlannedTerm, folded: string): Place[] {
  const places: Place[] = [];
  const anywhere = text.length >= shortestInside || words.length === 0 || words.some(isUnspaced);
  for (let at = folded.indexOf(text); at >= 0; at = folded.indexOf(text, at + text.length)) {
    const isStart = !/[\p{L}\p{N}]/u.test(folded[at - 1] ?? ' ');
    const isEnd = !/[\p{L}\p{N}]/u.test(folded[at + text.length] ?? ' ');
    if (anywhere || (isStart && isEnd)) places.push([at, at + text.length]);
    if (places.length >= most) break;
  }
  return places;
}

function merged(places: readonly Highlight[]): Highlight[] {
  const result: Highlight[] = [];
  for (const { start, end } of [...places].sort((one, other) => one.start - other.start)) {
    const last = result.at(-1);
    if (last && start <= last.end) result[result.length - 1] = { start: last.start, end: Math.max(last.end, end) };
    else if (end > start) result.push({ start, end });
  }
  return result;
}
