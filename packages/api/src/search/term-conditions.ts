import { isUnspaced } from '../input/fold-search.ts';
import { type PlannedTerm, sharedStart } from './plan-terms.ts';
import { anywhere, type SqlValues } from './sql-values.ts';

/** How a term is looked for: as a word or its beginning; also as part of a word; or as something spelled alike. */
export type SearchMode = 'WORDS' | 'PARTS' | 'ALIKE';

/** The expressions of the indexes "Message_search_words_idx" and "Message_search_parts_idx". */
const folded = 'message_fold(m.body)';
export const vector = `message_vector(${folded}, m.body)`;
const grams = `message_grams(${folded})`;

const shortestAlike = 4;

/** The database takes no longer words. */
const longestLexeme = 100;

function lexeme(word: string): string {
  const characters = Array.from(word);
  const text = characters.slice(0, longestLexeme).join('').replace(/['\\]/g, '$&$&');
  return characters.length > longestLexeme ? `'${text}':*` : `'${text}'`;
}

function beginning(word: string): string {
  return `${lexeme(word).replace(/:\*$/, '')}:*`;
}

/** A word of a term; the last one may go on, and have another ending. */
function wordQuery(term: PlannedTerm, word: string, last: boolean): string {
  if (!last || term.exact || isUnspaced(word) || Array.from(word).length === 1) return lexeme(word);
  // What the word shares with its stem is the beginning of both, and of their other forms.
  const forms = [beginning(term.stem ? sharedStart(word, term.stem.lexeme) : word)];
  // English stems end in i where the word ends in y.
  if (term.stem?.lexeme.endsWith('i')) forms.push(lexeme(`${term.stem.lexeme.slice(0, -1)}y`));
  return forms.length === 1 ? forms.join('') : `(${forms.join(' | ')})`;
}

/** The text of a tsquery that holds where all the words of the term are; null for a term without words. */
export function termQuery(term: PlannedTerm): string | null {
  if (term.words.length === 0) return null;
  return term.words.map((word, n) => wordQuery(term, word, n === term.words.length - 1)).join(' & ');
}

function contains(term: PlannedTerm, values: SqlValues): string {
  return `${folded} LIKE ${values.add(anywhere(term.folded))}`;
}

/** What holds of a message in which a term is: what an index tells, and what is told by looking at each that it gives. */
interface TermCondition {
  readonly indexed?: string;
  readonly checked?: string;
  /** Follows from these and costs less. */
  readonly hint?: string;
}

/** Of the words of a term the longest, as far as it stands in each text that holds the term: also where i was a y. */
function hintOf({ words, stem }: PlannedTerm, values: SqlValues): string {
  const [longest = ''] = stem
    ? words.map((word) => sharedStart(word, stem.lexeme.replace(/i$/, '')))
    : words.toSorted((one, other) => other.length - one.length);
  const letters = Array.from(longest).slice(0, longestLexeme).join('');
  return `${folded} LIKE ${values.add(anywhere(letters))}`;
}

function asWord(term: PlannedTerm, values: SqlValues): TermCondition {
  const query = termQuery(term);
  if (query === null) return { checked: contains(term, values) };
  return { ...asIndexedWord(term, query, values), hint: hintOf(term, values) };
}

function asIndexedWord(
  term: PlannedTerm,
  query: string,
  values: SqlValues,
): { readonly indexed: string; readonly checked?: string } {
  const indexed = `${vector} @@ ${values.add(query)}::tsquery`;
  if (term.stem) {
    // The beginning that word and stem share is found in other words too: the stem decides.
    const { language, lexeme: stem } = term.stem;
    const stems = `to_tsvector(${values.add(language)}::regconfig, ${folded}) @@ ${values.add(lexeme(stem))}::tsquery`;
    return { indexed, checked: `(${contains(term, values)} OR ${stems})` };
  }
  const [word] = term.words;
  return term.words.length === 1 && word === term.folded ? { indexed } : { indexed, checked: contains(term, values) };
}

/** pg_trgm finds nothing shorter by its index. */
function hasGrams(term: PlannedTerm): boolean {
  return term.words.some((word) => Array.from(word).length >= 3);
}

function asPart(term: PlannedTerm, values: SqlValues): TermCondition {
  if (term.exact || !hasGrams(term)) return asWord(term, values);
  const grammed = `${grams} LIKE message_grams(${values.add(anywhere(term.folded))})`;
  const part = contains(term, values);
  const query = termQuery(term);
  if (query === null) return { indexed: grammed, checked: part };
  const word = asIndexedWord(term, query, values);
  const indexed = `(${grammed} OR ${word.indexed})`;
  // A word that stands as it was asked for contains its text.
  return { indexed, checked: word.checked === undefined ? part : `(${part} OR (${word.indexed} AND ${word.checked}))` };
}

function asAlike(term: PlannedTerm, values: SqlValues): TermCondition {
  const alike = !term.exact && term.words[0] === term.folded && Array.from(term.folded).length >= shortestAlike;
  return alike ? { indexed: `message_grams(${values.add(term.folded)}) <% ${grams}` } : asWord(term, values);
}

/** Word beginnings are told by the letters before them; scripts without spaces have none. */
function without(term: PlannedTerm, values: SqlValues): string {
  const [first] = Array.from(term.folded);
  if (first === undefined || isUnspaced(first) || !/[\p{L}\p{N}]/u.test(first))
    return `NOT (${contains(term, values)})`;
  // Most texts do not hold it anywhere, which is quickly told.
  const pattern = `(^|[^[:alnum:]])${term.folded.replace(/[^\p{L}\p{N}\s]/gu, '\\$&')}`;
  return `(NOT (${contains(term, values)}) OR ${folded} !~ ${values.add(pattern)})`;
}

const finders = { WORDS: asWord, PARTS: asPart, ALIKE: asAlike } as const;

/** What must hold of `"Message" m`; all of it, and only it. */
export interface TermConditions {
  /** What the indexes of words and of parts of words tell. */
  readonly indexed: readonly string[];
  /** What is told by looking at `m.body` and costs so much that few should be looked at. */
  readonly checked: readonly string[];
  /** What follows from both, for who has no index: it says no to most at a fraction of their cost. */
  readonly hints: readonly string[];
}

/** The conditions that terms set. */
export function termConditions(terms: readonly PlannedTerm[], mode: SearchMode, values: SqlValues): TermConditions {
  const conditions = terms.map(
    (term): TermCondition => (term.not ? { checked: without(term, values) } : finders[mode](term, values)),
  );
  return {
    indexed: conditions.flatMap(({ indexed }) => indexed ?? []),
    checked: conditions.flatMap(({ checked }) => checked ?? []),
    hints: conditions.flatMap(({ hint }) => hint ?? []),
  };
}
