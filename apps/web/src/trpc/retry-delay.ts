export interface RetryPace {
  /** The first wait's upper bound, in milliseconds. */
  readonly first: number;
  readonly longest: number;
}

/**
 * How long to wait before attempt `attempt` (0 is the first retry), in milliseconds: a random part of a bound that
 * doubles, so that many clients that were cut off together do not come back together.
 */
export function retryDelay(attempt: number, { first, longest }: RetryPace, random: () => number = Math.random): number {
  const bound = Math.min(longest, first * 2 ** Math.min(attempt, 30));
  return Math.round(bound * random());
}
