import type { Bus } from './bus.ts';
import type { Presence } from './presence/presence.ts';
import type { RateLimitDriver } from './rate-limits/rate-limit-driver.ts';

/** What a driver brings: memory for a process that stands alone, Redis for several. */
export interface RealtimeBackend {
  bus: Bus;
  presence: Presence;
  rateLimits: RateLimitDriver;
  close(): Promise<void>;
}
