import type { RateLimits } from '@parley/realtime/rate-limits/rate-limits';
import type { Realtime } from '@parley/realtime/realtime';
import { type LimitName, limits } from './limits.ts';

const made = new WeakMap<Realtime, RateLimits<LimitName>>();

/** The counters of the one table of limits over a realtime driver. */
export function rateLimits(realtime: Realtime): RateLimits<LimitName> {
  let counters = made.get(realtime);
  if (!counters) {
    counters = realtime.createLimits<LimitName>(limits);
    made.set(realtime, counters);
  }
  return counters;
}
