import { pool } from '@parley/db/pool';
import { useTestDatabase } from '@parley/db/testing/test-database';
import { beforeAll, describe, expect, it } from 'vitest';
import { createTestRealtime } from '../../test/realtime.ts';
import { makePerson, makeWorkspace, type Person } from '../../test/world.ts';
import { channelListText } from './list-channels.ts';

useTestDatabase();
const channels = 400;
const directs = 100;
const perChannel = 60;
let ana: Person;
let workspaceId: string;

beforeAll(async () => {
  const realtime = createTestRealtime();
  ana = await makePerson(realtime, 'Ana');
  const ben = await makePerson(realtime, 'Ben');
  ({ id: workspaceId } = await makeWorkspace(ana, [ben]));
  const client = await pool().connect();
  await client.query('SET session_replication_role = replica');
  // And without what searching needs, which no page uses.
  await client.query('DROP INDEX "Message_search_words_idx", "Message_search_parts_idx"');
  await client.query(
    `INSERT INTO "Channel" (id, "workspaceId", kind, name, "nameKey", "directKey", seq)
      SELECT uuidv7(), $1, (CASE WHEN n <= $2 THEN 'PUBLIC' ELSE 'DIRECT' END)::"ChannelKind", 'c' || n,
        CASE WHEN n <= $2 THEN 'c' || n END, CASE WHEN n > $2 THEN 'd' || n END, $3
      FROM generate_series(1, $2::int + $4::int) n`,
    [workspaceId, channels, perChannel, directs],
  );
  await client.query(
    `INSERT INTO "ChannelMember" ("channelId", "userId", "lastReadSeq", "changeSeq", "hiddenSeq")
      SELECT c.id, p, $3::int - (row_number() OVER ())::int % 20, 1, CASE WHEN c.kind = 'DIRECT' THEN 3 END
      FROM "Channel" c, unnest($2::uuid[]) p WHERE c."workspaceId" = $1 AND c.name LIKE 'c%'`,
    [workspaceId, [ana.user.id, ben.user.id], perChannel],
  );
  await client.query(
    `INSERT INTO "Message" (id, "channelId", "authorId", seq, "changeSeq", body, nonce)
      SELECT uuidv7(), c.id, $2, n, n, 'message ' || n, c.id || ' ' || n
      FROM "Channel" c, generate_series(1, $3::int) n WHERE c."workspaceId" = $1 AND c.name LIKE 'c%'`,
    [workspaceId, ben.user.id, perChannel],
  );
  client.release(true);
  await pool().query('ANALYZE');
}, 120_000);

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly Plans?: readonly PlanNode[];
}

function nodesOf(plan: PlanNode): PlanNode[] {
  return [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];
}

describe('the list of somebody in 500 channels', () => {
  it('reads what is unread and the newest messages by index, and not the messages that were read', async () => {
    const text = `EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ${channelListText}`;
    const { rows } = await pool().query(text, [workspaceId, ana.user.id]);
    const [{ Plan: plan }] = rows[0]['QUERY PLAN'];
    const scanned = nodesOf(plan).filter(
      (node) => node['Node Type'] === 'Seq Scan' && node['Relation Name'] === 'Message',
    );
    expect(scanned).toEqual([]);
    const blocks = plan['Shared Hit Blocks'] + plan['Shared Read Blocks'];
    expect(blocks).toBeLessThan(20 * (channels + directs));
  });

  it('answers them all, conversations with their people', async () => {
    const { items } = await ana.call.channel.list({ workspaceId });
    expect(items).toHaveLength(channels + directs + 1);
    const [direct] = items.filter((channel) => channel.kind === 'DIRECT');
    expect(direct?.people?.map((person) => person.displayName)).toEqual(['Ana', 'Ben']);
    expect(direct?.membership?.mentions).toBe(direct?.membership?.unread);
  });
});
