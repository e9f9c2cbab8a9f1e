import type { Bus } from './bus.ts';
import type { Hub } from './hub.ts';
import type { Presence } from './presence/presence.ts';
import type { RateLimits, RateLimitTable } from './rate-limits/rate-limits.ts';
import type { Typing } from './typing.ts';

/** What one process has of the realtime side: with `REDIS_URL` shared with other processes, without it alone. */
export interface Realtime {
  readonly bus: Bus;
  readonly hub: Hub;
  readonly presence: Presence;
  readonly typing: Typing;
  createLimits<Name extends string>(table: RateLimitTable<Name>): RateLimits<Name>;
}
