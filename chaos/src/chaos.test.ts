import { createTestDatabase } from '@parley/db/testing/test-database';
import { redisInstalled } from '@parley/realtime/test/redis-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SMALL_SIZE } from './plan/chaos-options.ts';
import { type ChaosResult, runChaos } from './run-chaos.ts';

const LIMIT_MS = 180_000;

describe.skipIf(!redisInstalled)('two web and two socket servers on Redis, killed while 20 people write', () => {
  let result: ChaosResult;
  let drop: () => Promise<void>;

  beforeAll(async () => {
    const database = await createTestDatabase();
    drop = database.drop;
    const seed = Number(process.env.CHAOS_SEED ?? Date.now() % 1_000_000);
    const say = (line: string) => process.stdout.write(`${line}\n`);
    say(`chaos: CHAOS_SEED=${seed}`);
    result = await runChaos({ ...SMALL_SIZE, seed, product: 'source', databaseUrl: database.url, say });
  }, LIMIT_MS);

  afterAll(() => drop());

  it('did all that was planned', () => {
    const { sends, faults, memberships } = result.history;
    expect(sends.length).toBeGreaterThanOrEqual(SMALL_SIZE.messages);
    expect(sends.filter(({ attempts }) => attempts > 1).length).toBeGreaterThan(0);
    const kinds = faults.map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'ws-server killed')).toHaveLength(SMALL_SIZE.wsKills);
    expect(kinds.filter((kind) => kind === 'Redis restarted')).toHaveLength(SMALL_SIZE.redisRestarts);
    expect(memberships).toHaveLength(2 * SMALL_SIZE.removals);
  });

  it('loses nothing, doubles nothing, and keeps the order for everybody', () => {
    expect(result.violations.slice(0, 20)).toEqual([]);
  });

  it('gives every reader everything within 5 s of the end', () => {
    expect(result.caughtUpMs).not.toBeNull();
  });

  it('has no process that ends by itself', () => {
    expect(result.crashes).toEqual([]);
  });
});
