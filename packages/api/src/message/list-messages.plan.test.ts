import { pool } from '@parley/db/pool';
import { useTestDatabase } from '@parley/db/testing/test-database';
import { beforeAll, describe, expect, it } from 'vitest';
import { createTestRealtime } from '../../test/realtime.ts';
import { makePerson, makeWorkspace, type Person } from '../../test/world.ts';
import { pageText } from './list-messages.ts';

useTestDatabase();
const realtime = createTestRealtime();
const messages = 600_000;
const chunk = 100_000;
let ana: Person;
let channelId: string;

beforeAll(async () => {
  ana = await makePerson(realtime, 'Ana');
  ({ generalId: channelId } = await makeWorkspace(ana));
  const client = await pool().connect();
  // Without checking the same two foreign keys each time.
  await client.query('SET session_replication_role = replica');
  // And without what searching needs, which no page uses.
  await client.query(
    'DROP INDEX "Message_search_words_idx", "Message_search_parts_idx", "Message_search_tail_idx", "Message_createdAt_idx"',
  );
  for (let done = 0; done < messages; done += chunk) {
    await client.query(
      `INSERT INTO "Message" (id, "channelId", "authorId", seq, "changeSeq", body, nonce)
        SELECT uuidv7(), $1, $2, n + 2, n + 2, 'message ' || n, lpad(n::text, 8, '0') FROM generate_series($3::int + 1, $3::int + $4::int) n`,
      [channelId, ana.user.id, done, chunk],
    );
  }
  client.release(true);
  await pool().query(`UPDATE "Channel" SET seq = ${messages + 2} WHERE id = $1`, [channelId]);
  await pool().query('ANALYZE "Message"');
}, 120_000);

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Index Name'?: string;
  readonly 'Parent Relationship'?: string;
  readonly Plans?: readonly PlanNode[];
}

/** The nodes that find the rows; what is asked for each row found is not among them. */
function nodesOf(plan: PlanNode): PlanNode[] {
  const inner = (plan.Plans ?? []).filter((node) => node['Parent Relationship'] !== 'SubPlan');
  return [plan, ...inner.flatMap(nodesOf)];
}

/** The plan of a page that ends before `boundary`, and how many blocks of the database it touched. */
async function explain(boundary: number): Promise<{ nodes: PlanNode[]; blocks: number }> {
  const text = `EXPLAIN (ANALYZE, BUFFERS, TIMING OFF, FORMAT JSON) ${pageText('m.seq < $2', 'DESC')}`;
  const { rows } = await pool().query(text, [channelId, boundary, 51]);
  const [{ Plan: plan }] = rows[0]['QUERY PLAN'];
  return { nodes: nodesOf(plan), blocks: plan['Shared Hit Blocks'] + plan['Shared Read Blocks'] };
}

describe('a page of a channel with hundreds of thousands of messages', () => {
  it('is one range of the index, and page 10,000 touches as many blocks as page 1', async () => {
    const first = await explain(2_147_483_647);
    const deep = await explain(messages - 10_000 * 50);
    for (const { nodes } of [first, deep]) {
      expect(nodes.map((node) => node['Index Name'])).toContain('Message_timeline_idx');
      expect(nodes.map((node) => node['Node Type'])).not.toContain('Sort');
      expect(nodes.filter((node) => node['Node Type'] === 'Seq Scan')).toEqual([]);
    }
    expect(deep.blocks).toBeLessThanOrEqual(first.blocks * 1.5);
  });

  it('finds the first message of a moment in as many steps as the number has bits', async () => {
    const page = await ana.call.message.list({ channelId, around: '2020-01-01T00:00:00Z', limit: 2 });
    expect(page.items.map((message) => message.body)).toEqual(['message 1']);
  });
});
