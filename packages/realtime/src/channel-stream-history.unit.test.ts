import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HistoryRun } from '../test/history-run.ts';
import { type Schedule, type Step, VIEWERS } from '../test/history-schedule.ts';

const fate = fc.constantFrom('told' as const, 'told' as const, 'lost' as const, 'twice' as const, 'late' as const);
const who = fc.nat(VIEWERS.length - 1);

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('send' as const), fate }) },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('edit' as const), pick: fc.nat(20), fate }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('vanish' as const), fate }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('leave' as const, 'join' as const), who, fate }) },
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constantFrom('block' as const, 'unblock' as const, 'reopen' as const), who }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('fail' as const), reads: fc.integer({ min: 1, max: 3 }) }) },
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('rest' as const), turns: fc.integer({ min: 1, max: 4 }) }) },
  { weight: 2, arbitrary: fc.constant({ kind: 'check' as const }) },
);

const schedule: fc.Arbitrary<Schedule> = fc.record({
  steps: fc.array(step, { minLength: 5, maxLength: 60 }),
  queue: fc.integer({ min: 1, max: 5 }),
  page: fc.integer({ min: 1, max: 5 }),
  shared: fc.boolean(),
  readTurns: fc.array(fc.nat(4), { minLength: 1, maxLength: 6 }),
});

describe('any history', () => {
  it('reaches each member complete, once, in order, and nobody after their removal', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(schedule, async (plan) => {
        const run = new HistoryRun(plan);
        await run.play();
        expect(run.wrong).toEqual([]);
      }),
      // A schedule that fails may hang: it is told as small as it got in time.
      { numRuns: 400, plugins: [fc.interruptAfterTimeLimit(60_000)] },
    );
  });
});
