import { newId } from '@parley/db/ids';
import { pool } from '@parley/db/pool';
import { useTestDatabase } from '@parley/db/testing/test-database';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { createTestRealtime } from '../../test/realtime.ts';
import { corpus } from '../../test/search-corpus.ts';
import { makePerson, makeWorkspace, type Person } from '../../test/world.ts';
import { foldSearch } from '../input/fold-search.ts';
import { unlimited } from '../testing/unlimited.ts';
import { indexTail } from './index-tail.ts';

useTestDatabase();
let ben: Person;
let workspaceId: string;

beforeAll(async () => {
  ben = await makePerson(unlimited(createTestRealtime()), 'Ben');
  const { id, generalId } = await makeWorkspace(ben);
  workspaceId = id;
  const say = (body: string) => ben.call.message.send({ channelId: generalId, body, nonce: newId() });
  for (const body of Object.values(corpus)) await say(body);
  await indexTail();
  for (const body of Object.values(corpus)) await say(body);
});

async function find(q: string) {
  return (await ben.call.search.messages({ workspaceId, q, sort: 'RELEVANCE', limit: 100 })).items;
}

describe('any text', () => {
  it('is a query', async () => {
    const nasty = [
      `'`,
      `"`,
      '\\',
      `a'b\\c:*`,
      ':*',
      '!!',
      '& | !',
      '<->',
      '%',
      '_',
      '((((',
      '-',
      '- -',
      '->',
      '🎉',
      '\u0301',
      'ﷺ'.repeat(100),
    ];
    const long = [
      'x'.repeat(500),
      'ﷺ'.repeat(500),
      'a '.repeat(250),
      '"'.repeat(500),
      'from:'.repeat(100),
      '搜'.repeat(500),
    ];
    for (const q of [...nasty, ...long]) await expect(find(q)).resolves.toBeInstanceOf(Array);
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 60 }), async (q) => {
        if (q.includes('\0')) return;
        await expect(find(q)).resolves.toBeInstanceOf(Array);
      }),
      { numRuns: 60 },
    );
  });

  it('is folded alike by the server and the database', async () => {
    const texts = [...Object.values(corpus), 'İSTANBUL ıI ẞß ΣΊΣΥΦΟΣ ﬁ ① が ヴ 한 é é Ǆ ™ ﷺ', 'أإآا ٱلْعَرَبِيَّة שָׁלוֹם'];
    const { rows } = await pool().query(
      'SELECT message_fold(t) AS folded FROM unnest($1::text[]) WITH ORDINALITY AS x(t, n) ORDER BY n',
      [texts],
    );
    expect(rows.map((row: { folded: string }) => row.folded)).toEqual(texts.map(foldSearch));
  });
});
