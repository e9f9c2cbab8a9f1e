import type { RateLimitRule } from './rate-limits.ts';

/** What one counter says of one key: whether the points were taken, how many are left, and when all are back. */
export interface LimitCount {
  taken: boolean;
  remaining: number;
  resetMs: number;
}

/** Counts one rule. None of these reject. */
export interface LimitCounter {
  consume(key: string, points: number): Promise<LimitCount | 'UNAVAILABLE'>;
  reward(key: string, points: number): Promise<void>;
  reset(key: string): Promise<void>;
}

/** Where the counts are kept. */
export interface RateLimitDriver {
  counter(name: string, rule: RateLimitRule): LimitCounter;
}
