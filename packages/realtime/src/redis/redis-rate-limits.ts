import { RateLimiterRedis } from 'rate-limiter-flexible';
import { memoryCounter } from '../memory/memory-rate-limits.ts';
import { consumeLimiter } from '../rate-limits/consume-limiter.ts';
import type { LimitCounter, RateLimitDriver } from '../rate-limits/rate-limit-driver.ts';
import type { RateLimitRule } from '../rate-limits/rate-limits.ts';
import type { RedisGate } from './redis-gate.ts';

/** Without Redis each process counts alone; several do, so each allows this share of the points. */
const ALONE_SHARE = 0.5;

/** Counts over all processes that share a Redis. Without it a rule is counted in the process, or refused if it is `failClosed`. */
export function redisRateLimits(gate: RedisGate): RateLimitDriver {
  return { counter: (name, rule) => redisCounter(gate, name, rule) };
}

function redisCounter(gate: RedisGate, name: string, rule: RateLimitRule): LimitCounter {
  const limiter = new RateLimiterRedis({
    storeClient: gate.client,
    keyPrefix: `parley:limit:${name}`,
    points: rule.points,
    duration: rule.seconds,
    blockDuration: rule.blockSeconds ?? 0,
  });
  const alone = memoryCounter(name, { ...rule, points: Math.max(1, Math.ceil(rule.points * ALONE_SHARE)) });
  return {
    async consume(key, points) {
      try {
        return await gate.run(() => consumeLimiter(limiter, key, points));
      } catch {
        return rule.failClosed ? 'UNAVAILABLE' : alone.consume(key, points);
      }
    },
    async reward(key, points) {
      await alone.reward(key, points);
      await gate
        .run(async () => {
          const count = await limiter.get(key);
          if (count && count.consumedPoints > 0) await limiter.reward(key, Math.min(points, count.consumedPoints));
        })
        .catch(() => undefined);
    },
    async reset(key) {
      await alone.reset(key);
      await gate.run(() => limiter.delete(key)).catch(() => undefined);
    },
  };
}
