import { prepared } from '@parley/db/query';
import type { TransactionClient } from '@parley/db/transaction';
import { foldSearch, isUnspaced, searchWords } from '../input/fold-search.ts';
import type { SearchTerm } from './search-query.input.ts';

/** A term as the statements look for it. */
export interface PlannedTerm {
  readonly folded: string;
  readonly words: readonly string[];
  readonly exact: boolean;
  readonly not: boolean;
  /** The one word's stem and the language that says so, when there is one word and its stem is another. */
  readonly stem: { readonly lexeme: string; readonly language: string } | null;
}

const shortestStem = 3;

// Dictionaries only; no table is read.
const stemsOf = prepared<{ lexemes: string[] }>({
  name: 'search_stems',
  text: `SELECT array(SELECT lexeme FROM unnest(to_tsvector(w.language::regconfig, w.word))) AS lexemes
    FROM unnest($1::text[], $2::text[]) WITH ORDINALITY AS w(word, language, place) ORDER BY w.place`,
});

const scripts: ReadonlyArray<readonly [RegExp, string]> = [
  [/\p{Script=Cyrillic}/u, 'russian'],
  [/\p{Script=Arabic}/u, 'arabic'],
  [/\p{Script=Greek}/u, 'greek'],
  [/\p{Script=Devanagari}/u, 'hindi'],
];
const notLatin = new Set(['russian', 'arabic', 'greek', 'hindi', 'armenian', 'nepali', 'tamil', 'yiddish']);

/** The language whose forms a word has: its script's, or the workspace's. */
function languageOf(word: string, workspaceLanguage: string): string {
  const own = scripts.find(([script]) => script.test(word))?.[1];
  if (own !== undefined) return own;
  return notLatin.has(workspaceLanguage) ? 'english' : workspaceLanguage;
}

/** What people put around words, which they do not look for. */
function trimmed({ text, exact }: SearchTerm): string {
  return exact ? text : text.replace(/^[([{¿¡]+(?=.)|(?<=.)[)\]},.;:!?…]+$/gu, '');
}

function planTerm(term: SearchTerm): Omit<PlannedTerm, 'stem'> {
  const folded = foldSearch(trimmed(term)).replace(/\s+/gu, ' ').trim();
  return { folded, words: searchWords(folded), exact: term.exact, not: term.not };
}

/**
 * Makes of terms what is looked for: folded words and their stems. Words that say nothing in the language are left out
 * unless there are no others.
 */
export async function planTerms(
  terms: readonly SearchTerm[],
  workspaceLanguage: string,
  client: TransactionClient,
): Promise<PlannedTerm[]> {
  const plain = terms.map(planTerm).filter(({ folded }) => folded !== '');
  const single = plain.map(({ words, exact }) => (words.length === 1 && !exact ? (words[0] ?? '') : ''));
  const languages = single.map((word) => `pg_catalog.${languageOf(word, workspaceLanguage)}`);
  const rows = plain.length === 0 ? [] : await stemsOf([single, languages], client);
  const planned = plain.map((term, n) => {
    const word = single[n] ?? '';
    const lexeme = rows[n]?.lexemes[0];
    const says = word === '' || isUnspaced(word) || lexeme !== undefined;
    const differs = lexeme !== undefined && lexeme !== word && sharedStart(word, lexeme).length >= shortestStem;
    return { ...term, says, stem: differs ? { lexeme, language: languages[n] ?? '' } : null };
  });
  const telling = planned.filter((term) => term.says || term.not);
  return telling.some((term) => !term.not) ? telling : planned;
}

/** What two words have in common at their beginnings. */
export function sharedStart(one: string, other: string): string {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return one.slice(0, length);
}
