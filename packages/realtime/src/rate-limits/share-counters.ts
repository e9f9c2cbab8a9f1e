import type { LimitCounter, RateLimitDriver } from './rate-limit-driver.ts';

/**
 * One counter for each name, whoever asks: a bundler may make several copies of a table in one process, and they count together.
 * The rule is that of the first.
 */
export function shareCounters(driver: RateLimitDriver): RateLimitDriver {
  const counters = new Map<string, LimitCounter>();
  return {
    counter(name, rule) {
      const known = counters.get(name);
      if (known) return known;
      const counter = driver.counter(name, rule);
      counters.set(name, counter);
      return counter;
    },
  };
}
