import type { RateLimiterAbstract } from 'rate-limiter-flexible';
import { z } from 'zod';
import type { LimitCount } from './rate-limit-driver.ts';

/** What the library resolves with, and, when the points are used up, rejects with. */
const countSchema = z.object({ remainingPoints: z.number(), msBeforeNext: z.number() });

/** Takes points from a limiter. Rejects only when the count itself failed. */
export async function consumeLimiter(limiter: RateLimiterAbstract, key: string, points: number): Promise<LimitCount> {
  try {
    const { remainingPoints, msBeforeNext } = await limiter.consume(key, points);
    return { taken: true, remaining: remainingPoints, resetMs: msBeforeNext };
  } catch (refusal) {
    const count = refusal instanceof Error ? undefined : countSchema.safeParse(refusal).data;
    if (!count) throw refusal;
    return { taken: false, remaining: 0, resetMs: count.msBeforeNext };
  }
}
