import { pool } from '@parley/db/pool';
import { useTestDatabase } from '@parley/db/testing/test-database';
import { type TransactionClient, transaction } from '@parley/db/transaction';
import { beforeAll, describe, expect, it } from 'vitest';
import { createTestRealtime } from '../../test/realtime.ts';
import { makePerson, makeWorkspace, type Person } from '../../test/world.ts';
import { candidatesStatement, type MessageSearch, type Range, walkStatement } from './candidates-statement.ts';
import { takeText } from './index-tail.ts';
import { planTerms } from './plan-terms.ts';
import { searchSettings } from './search-messages.ts';
import { parseSearchQuery } from './search-query.input.ts';
import type { SearchMode } from './term-conditions.ts';

useTestDatabase();
const held = 40_000;
const waiting = 1_000;
const firstStep = 20_000;
let ana: Person;
let workspaceId: string;

beforeAll(async () => {
  ana = await makePerson(createTestRealtime(), 'Ana');
  const { id, generalId } = await makeWorkspace(ana);
  workspaceId = id;
  const client = await pool().connect();
  await client.query('SET session_replication_role = replica');
  await client.query(
    `INSERT INTO "Message" (id, "channelId", "authorId", seq, "changeSeq", body, nonce, "createdAt", "searchIndexed")
      SELECT uuidv7(), $1, $2, n + 10, n + 10,
        CASE WHEN n % 5 = 0 THEN 'common ' ELSE '' END || 'word' || n % 977 || CASE WHEN n % 9973 = 0 THEN ' seldom' ELSE '' END,
        'n' || n, now() - ($4::int - n) * interval '30 s', n <= $3
      FROM generate_series(1, $4::int) n`,
    [generalId, ana.user.id, held, held + waiting],
  );
  client.release(true);
  await pool().query('VACUUM ANALYZE');
}, 120_000);

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly Plans?: readonly PlanNode[];
}

function nodesOf(plan: PlanNode): PlanNode[] {
  return [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];
}

function wholeReads(nodes: readonly PlanNode[]): PlanNode[] {
  return nodes.filter((node) => node['Node Type'] === 'Seq Scan' && node['Relation Name'] === 'Message');
}

/** The plan of a step of a search for one term. */
async function explain(
  text: string,
  { mode, step }: { mode: SearchMode; step: 'first' | 'last' },
): Promise<PlanNode[]> {
  const near = new Date(Date.now() - firstStep * 30_000);
  const range = step === 'first' ? { upper: new Date(), lower: near } : { upper: near, lower: null };
  return transaction(async (client) => {
    const statement = candidatesStatement(await searchFor(text, client), { mode, after: null, most: 26, ...range });
    return planOf(statement, client);
  });
}

async function searchFor(text: string, client: TransactionClient): Promise<MessageSearch> {
  await client.query(searchSettings);
  const { terms, filters } = parseSearchQuery(text);
  const searcher = { userId: ana.user.id, timeZone: 'UTC' };
  return { workspaceId, searcher, terms: await planTerms(terms, 'english', client), filters };
}

async function planOf(
  { text, values }: ReturnType<typeof walkStatement>,
  client: TransactionClient,
): Promise<PlanNode[]> {
  const { rows } = await client.query(`EXPLAIN (FORMAT JSON) ${text}`, values);
  return nodesOf(rows[0]['QUERY PLAN'][0].Plan);
}

describe('a step of a search', () => {
  it.each<[string, SearchMode, string]>([
    ['common', 'WORDS', 'Message_search_words_idx'],
    ['seldom', 'WORDS', 'Message_search_words_idx'],
    ['unknown', 'WORDS', 'Message_search_words_idx'],
    ['eldo', 'PARTS', 'Message_search_parts_idx'],
    ['seldon', 'ALIKE', 'Message_search_parts_idx'],
  ])('for %s (%s) reads the tail and the indexes, and no other message', async (word, mode, index) => {
    for (const step of ['first', 'last'] as const) {
      const nodes = await explain(word, { mode, step });
      const names = nodes.flatMap((node) => node['Index Name'] ?? []);
      expect(names).toContain(index);
      expect(names).toContain('Message_search_tail_idx');
      expect(wholeReads(nodes)).toEqual([]);
    }
  });
});

it('looks for what is said in threads among these alone', async () => {
  const nodes = await explain('unknown is:thread', { mode: 'WORDS', step: 'last' });
  const names = nodes.flatMap((node) => node['Index Name'] ?? []);
  expect(names).toContain('Message_threads_idx');
  expect(wholeReads(nodes)).toEqual([]);
});

describe('a walk through the newest', () => {
  const range: Range = { mode: 'WORDS', after: null, upper: new Date(Date.now() + 1_000), lower: null, most: 26 };

  it('goes by time alone, and looks at no more than it was told', async () => {
    const nodes = await transaction(async (client) =>
      planOf(walkStatement(await searchFor('common', client), range, 200), client),
    );
    const messages = nodes.filter((node) => node['Relation Name'] === 'Message');
    expect(messages.map((node) => node['Index Name'])).toEqual(['Message_createdAt_idx']);
  });

  it.each(['common', 'common word1', 'common -word2', 'comm has:link', 'common from:@me', 'common in:#general'])(
    'finds for "%s" what tail and indexes give',
    async (text) => {
      await transaction(async (client) => {
        const search = await searchFor(text, client);
        const walk = walkStatement(search, range, held + waiting);
        const steps = candidatesStatement(search, range);
        const { rows: walked } = await client.query(walk.text, walk.values);
        const { rows: found } = await client.query(steps.text, steps.values);
        expect(walked).toEqual(found);
        expect(found.length > 0).toBe(text !== 'comm has:link');
      });
    },
  );
});

describe('the indexer', () => {
  it('takes the oldest of the tail by its index, and each by its key', async () => {
    const { rows } = await pool().query(`EXPLAIN (FORMAT JSON) ${takeText}`);
    const nodes = nodesOf(rows[0]['QUERY PLAN'][0].Plan);
    const names = nodes.flatMap((node) => node['Index Name'] ?? []);
    expect(names.sort()).toEqual(['Message_pkey', 'Message_search_tail_idx']);
    expect(wholeReads(nodes)).toEqual([]);
  });
});
