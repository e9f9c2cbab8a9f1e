import type { LimitCounter, RateLimitDriver } from './rate-limit-driver.ts';
import type { RateLimitResult, RateLimitRule, RateLimits, RateLimitTable } from './rate-limits.ts';

/** How soon to try again when a `failClosed` rule cannot be counted. */
const UNAVAILABLE_SECONDS = 5;

/** Makes the limits of a table. A null driver limits nothing: for benchmarks. */
export function createRateLimits<Name extends string>(
  table: RateLimitTable<Name>,
  driver: RateLimitDriver | null,
): RateLimits<Name> {
  if (!driver) return unlimited(table);
  const counters = new Map<Name, LimitCounter>();
  const counterOf = (name: Name) => {
    const known = counters.get(name);
    if (known) return known;
    const counter = driver.counter(name, table[name]);
    counters.set(name, counter);
    return counter;
  };
  return {
    consume: async (name, key, points = 1) => toResult(table[name], await counterOf(name).consume(key, points)),
    reward: (name, key, points = 1) => counterOf(name).reward(key, points),
    reset: (name, key) => counterOf(name).reset(key),
  };
}

function toResult(
  { points: limit }: RateLimitRule,
  count: Awaited<ReturnType<LimitCounter['consume']>>,
): RateLimitResult {
  if (count === 'UNAVAILABLE') {
    const retryAfterSeconds = UNAVAILABLE_SECONDS;
    return { ok: false, limit, remaining: 0, resetMs: retryAfterSeconds * 1_000, retryAfterSeconds, reason: count };
  }
  const resetMs = Math.max(0, count.resetMs);
  if (count.taken) return { ok: true, limit, remaining: Math.min(count.remaining, limit), resetMs };
  const retryAfterSeconds = Math.max(1, Math.ceil(resetMs / 1_000));
  return { ok: false, limit, remaining: 0, resetMs, retryAfterSeconds, reason: 'LIMIT' };
}

function unlimited<Name extends string>(table: RateLimitTable<Name>): RateLimits<Name> {
  return {
    consume: async (name) => ({ ok: true, limit: table[name].points, remaining: table[name].points, resetMs: 0 }),
    reward: async () => undefined,
    reset: async () => undefined,
  };
}
