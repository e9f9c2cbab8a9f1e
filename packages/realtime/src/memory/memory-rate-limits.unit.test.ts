import { expect, it } from 'vitest';
import { limitsContract } from '../../test/limits-contract.ts';
import { createRateLimits } from '../rate-limits/create-rate-limits.ts';
import { shareCounters } from '../rate-limits/share-counters.ts';
import { memoryRateLimits } from './memory-rate-limits.ts';

limitsContract('memory', () => {
  const driver = shareCounters(memoryRateLimits);
  return { near: driver, far: driver };
});

it('limits nothing without a driver', async () => {
  const limits = createRateLimits({ send: { points: 1, seconds: 60 } }, null);
  for (let count = 0; count < 5; count += 1) {
    expect(await limits.consume('send', 'ada', 3)).toEqual({ ok: true, limit: 1, remaining: 1, resetMs: 0 });
  }
  await limits.reward('send', 'ada');
  await limits.reset('send', 'ada');
});
