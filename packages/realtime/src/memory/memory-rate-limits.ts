import { RateLimiterMemory } from 'rate-limiter-flexible';
import { consumeLimiter } from '../rate-limits/consume-limiter.ts';
import type { LimitCounter, RateLimitDriver } from '../rate-limits/rate-limit-driver.ts';
import type { RateLimitRule } from '../rate-limits/rate-limits.ts';

/** Counts in this process alone; each counter for itself, so share them with `shareCounters`. */
export const memoryRateLimits: RateLimitDriver = { counter: memoryCounter };

/** A counter in this process for one rule. Never UNAVAILABLE. */
export function memoryCounter(name: string, rule: RateLimitRule): LimitCounter {
  const limiter = new RateLimiterMemory({
    keyPrefix: name,
    points: rule.points,
    duration: rule.seconds,
    blockDuration: rule.blockSeconds ?? 0,
  });
  return {
    consume: (key, points) => consumeLimiter(limiter, key, points),
    reward: async (key, points) => {
      const count = await limiter.get(key);
      // Without a count there is nothing to give back; a reward would leave a credit.
      if (count && count.consumedPoints > 0) await limiter.reward(key, Math.min(points, count.consumedPoints));
    },
    reset: async (key) => {
      await limiter.delete(key);
    },
  };
}
