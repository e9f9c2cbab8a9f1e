export interface RetryPace {
  /** Milliseconds. */
  first: number;
  /** Milliseconds. */
  longest: number;
}

/** Milliseconds to wait before try number `attempt` (from 1): doubled each time, half of it chance, so that no crowd forms. */
export function retryDelay(attempt: number, pace: RetryPace): number {
  const full = Math.min(pace.first * 2 ** Math.min(attempt - 1, 20), pace.longest);
  return full / 2 + (Math.random() * full) / 2;
}
