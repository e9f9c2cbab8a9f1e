import type { RateLimits } from '@parley/realtime/rate-limits/rate-limits';
import type { Realtime } from '@parley/realtime/realtime';
import { apiEnv } from '../env.ts';
import { type LimitName, limits } from './limits.ts';

const made = new WeakMap<Realtime, RateLimits<LimitName>>();

const unlimited: RateLimits<LimitName> = {
  consume: async (name) => ({ ok: true, limit: limits[name].points, remaining: limits[name].points, resetMs: 0 }),
  reward: async () => undefined,
  reset: async () => undefined,
};

/** The counters over a realtime driver; none are kept with `RATE_LIMITS=off`. */
export function rateLimits(realtime: Realtime): RateLimits<LimitName> {
  if (apiEnv().RATE_LIMITS === 'off') return unlimited;
  let counters = made.get(realtime);
  if (!counters) {
    counters = realtime.createLimits<LimitName>(limits);
    made.set(realtime, counters);
  }
  return counters;
}
