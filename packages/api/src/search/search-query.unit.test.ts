import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSearchQuery } from './search-query.input.ts';

/** The query without places, in short: `text`, `"exact"`, `-left out`, `kind value`. */
function read(q: string): string[] {
  const { terms, filters } = parseSearchQuery(q);
  const ofTerms = terms.map(({ text, exact, not }) => `${not ? '-' : ''}${exact ? `"${text}"` : text}`);
  const ofFilters = filters.map(({ kind, not, start: _, end: __, ...value }) => {
    return `${not ? '-' : ''}${kind} ${JSON.stringify(Object.values(value)[0])}`;
  });
  return [...ofTerms, ...ofFilters];
}

describe('a query', () => {
  it.each([
    ['deploy server', ['deploy', 'server']],
    ['"exact phrase" word', ['"exact phrase"', 'word']],
    ['“exact phrase”', ['"exact phrase"']],
    ['"never closed', ['"never closed"']],
    ['-not -"not this"', ['-not', '-"not this"']],
    ['from:@ana from:ben', ['from "ana"', 'from "ben"']],
    ['FROM:@Ana', ['from "Ana"']],
    ['in:#general in:@ben in:"#two words"', ['inChannel "general"', 'inDirect "ben"', 'inChannel "two words"']],
    [
      'has:link has:file has:image has:pin has:reaction',
      ['has "link"', 'has "file"', 'has "image"', 'has "pin"', 'has "reaction"'],
    ],
    ['is:thread is:saved -is:unread', ['is "thread"', 'is "saved"', '-is "unread"']],
    ['before:2026-03-01', ['before {"year":2026,"month":3,"day":1}']],
    ['after:2026-3 on:2025', ['after {"year":2026,"month":3}', 'on {"year":2025}']],
    ['on:today after:yesterday', ['on "today"', 'after "yesterday"']],
    ['on:2026-02-30', ['on:2026-02-30']],
    [
      'before:soon has:fun is:nice from: in:# wat:ever',
      ['before:soon', 'has:fun', 'is:nice', 'from:', 'in:#', 'wat:ever'],
    ],
    ['https://example.com/a?b=c', ['https://example.com/a?b=c']],
    ['std::vector a-b --x', ['std::vector', 'a-b', '--x']],
    ['', []],
    ['   ', []],
    ['""', []],
  ])('%s', (q, expected) => {
    expect(read(q)).toEqual(expected);
  });

  it('is read from any text, and each piece stands where it says', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom(...'-:"@#from in a') })),
        (q) => {
          const { terms, filters } = parseSearchQuery(q);
          const places = [...terms, ...filters].map(({ start, end }) => q.slice(start, end).trim());
          expect(places).not.toContain('');
          expect(terms.every((term) => q.slice(term.start, term.end).includes(term.text.split(':')[0] ?? ''))).toBe(
            true,
          );
        },
      ),
    );
  });
});
