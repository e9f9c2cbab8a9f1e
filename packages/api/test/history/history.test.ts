import { useTestDatabase } from '@parley/db/testing/test-database';
import { createMemoryBus } from '@parley/realtime/memory/memory-bus';
import fc from 'fast-check';
import { describe, it } from 'vitest';
import { reportError } from '../realtime.ts';
import { checkNumbers, checkReaders, checkSends, checkUnread } from './rules.ts';
import { type Step, schedule } from './schedule.ts';
import { Stage } from './stage.ts';

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
  } finally {
    await stage.strike();
  }
}

describe('any history of senders, readers, removals, restarts and lost hints', () => {
  it('loses nothing, doubles nothing, keeps one order and shows nothing to who was removed', async () => {
    await fc.assert(
      fc.asyncProperty(schedule, async (waves) => {
        const bus = createMemoryBus(reportError);
        await playOut(new Stage([bus, bus]), waves);
        await bus.close();
      }),
      { numRuns: runs, endOnFailure: true },
    );
  }, 120_000);
});
