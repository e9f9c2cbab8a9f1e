import { describe, expect, it } from 'vitest';
import { foldSearch, searchWords } from '../input/fold-search.ts';
import { highlightsIn } from './highlight.ts';
import type { PlannedTerm } from './plan-terms.ts';
import type { SearchMode } from './term-conditions.ts';

function term(text: string, more: Partial<PlannedTerm> = {}): PlannedTerm {
  const folded = foldSearch(text);
  return { folded, words: searchWords(folded), exact: false, not: false, stem: null, ...more };
}

/** What is marked, in brackets. */
function marked(body: string, terms: PlannedTerm[], mode: SearchMode = 'WORDS'): string {
  const ranges = highlightsIn(body, terms, mode);
  return ranges.reduceRight(
    (text, { start, end }) => `${text.slice(0, start)}[${text.slice(start, end)}]${text.slice(end)}`,
    body,
  );
}

describe('highlights', () => {
  it.each([
    ['The Deployment is done', [term('deploy')], 'The [Deployment] is done'],
    ['Häuser und Straßen', [term('hauser'), term('strasse')], '[Häuser] und [Straßen]'],
    ['cafe\u0301 and CAFÉ', [term('café')], '[cafe\u0301] and [CAFÉ]'],
    ['我们讨论搜索功能', [term('搜索')], '我们讨论[搜索]功能'],
    ['see https://x.io/a_b?c', [term('x.io/a_b')], 'see https://[x.io/a_b]?c'],
    ['<b>bold</b> & co', [term('bold')], '<b>[bold]</b> & co'],
    ['a cat is at a gate', [term('at')], 'a cat is [at] a gate'],
    ['no cats', [term('cats', { not: true })], 'no cats'],
    ['🎉 party 🎉', [term('party')], '🎉 [party] 🎉'],
    [
      'hi <@01234567-89ab-cdef-0123-456789abcdef> abc',
      [term('abc')],
      'hi <@01234567-89ab-cdef-0123-456789abcdef> [abc]',
    ],
  ])('%s', (body, terms, expected) => {
    expect(marked(body, terms)).toBe(expected);
  });

  it('mark other forms of a word, and what is spelled alike', () => {
    const running = term('running', { stem: { lexeme: 'run', language: 'pg_catalog.english' } });
    expect(marked('he runs and ran', [running])).toBe('he [runs] and ran');
    expect(marked('the server is up', [term('serevr')], 'ALIKE')).toBe('the [server] is up');
  });
});
