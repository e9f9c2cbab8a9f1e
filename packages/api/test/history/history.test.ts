import { useTestDatabase } from '@parley/db/testing/test-database';
import type { Bus } from '@parley/realtime/bus';
import { createMemoryBus } from '@parley/realtime/memory/memory-bus';
import { createRedisBus } from '@parley/realtime/redis/redis-bus';
import { redisInstalled, startRedis } from '@parley/realtime/test/redis-server';
import fc from 'fast-check';
import { describe, it } from 'vitest';
import { reportError } from '../realtime.ts';
import { checkNumbers, checkReaders, checkSends, checkUnread } from './rules.ts';
import { type Step, schedule } from './schedule.ts';
import { Stage } from './stage.ts';
import { checkThreads, checkViews } from './thread-rules.ts';

useTestDatabase();

const runs = Number(process.env.HISTORY_RUNS ?? 12);

async function playOut(stage: Stage, waves: readonly Step[][]): Promise<void> {
  await stage.set();
  try {
    for (const wave of waves) await stage.play(wave);
    await stage.settle();
    await checkSends(stage);
    await checkNumbers(stage);
    await checkReaders(stage);
    await checkUnread(stage);
    await checkViews(stage);
    await checkThreads(stage);
  } finally {
    await stage.strike();
  }
}

async function assertHolds(buses: readonly Bus[], numRuns: number): Promise<void> {
  const property = fc.asyncProperty(schedule, (waves) => playOut(new Stage(buses), waves));
  await fc.assert(property, { numRuns, endOnFailure: true });
}

describe('any history of senders, readers, removals, restarts and lost hints', () => {
  it('loses nothing, doubles nothing, keeps one order and shows nothing to who was removed', async () => {
    const bus = createMemoryBus(reportError);
    await assertHolds([bus, bus], runs);
    await bus.close();
  }, 300_000);

  it.runIf(redisInstalled)(
    'the same with two servers on one Redis',
    async () => {
      const redis = await startRedis();
      const address = { kind: 'single', url: redis.url } as const;
      const buses = [createRedisBus({ address, reportError }), createRedisBus({ address, reportError })];
      await assertHolds(buses, runs);
      await Promise.all(buses.map((bus) => bus.close()));
      await redis.remove();
    },
    300_000,
  );
});
