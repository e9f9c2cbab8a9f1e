export interface RateLimitRule {
  points: number;
  seconds: number;
  /** Once over the limit, refuse for so long instead of until the window ends. */
  blockSeconds?: number;
  /** Without the shared backend: refuse, instead of counting in this process alone. */
  failClosed?: boolean;
}

export type RateLimitTable<Name extends string> = Readonly<Record<Name, RateLimitRule>>;

export type RateLimitResult =
  | { ok: true; limit: number; remaining: number; resetMs: number }
  | {
      ok: false;
      limit: number;
      remaining: 0;
      resetMs: number;
      retryAfterSeconds: number;
      /** LIMIT: too many. UNAVAILABLE: a `failClosed` rule cannot be counted now. */
      reason: 'LIMIT' | 'UNAVAILABLE';
    };

/** The limits of one named table. Nothing here rejects. */
export interface RateLimits<Name extends string> {
  /** Takes `points` (1 if left out) from what `key` has left under the rule `name`. */
  consume(name: Name, key: string, points?: number): Promise<RateLimitResult>;
  /** Gives points back, as after a sign-in that succeeded. */
  reward(name: Name, key: string, points?: number): Promise<void>;
  /** Forgets what `key` has used, and any block. */
  reset(name: Name, key: string): Promise<void>;
}
