import { logger } from '@parley/telemetry/logger';
import type { Bus } from './bus.ts';
import { createHub } from './create-hub.ts';
import { type RealtimeEnv, readRealtimeEnv } from './env.ts';
import type { Hub } from './hub.ts';
import { openMemory } from './memory/open-memory.ts';
import type { Presence } from './presence/presence.ts';
import { createRateLimits } from './rate-limits/create-rate-limits.ts';
import type { RateLimits, RateLimitTable } from './rate-limits/rate-limits.ts';
import { shareCounters } from './rate-limits/share-counters.ts';
import { openRedis } from './redis/open-redis.ts';
import type { ReportError } from './report-error.ts';
import { createTyping, type Typing } from './typing.ts';

/** What one process has of the realtime side: with `REDIS_URL` shared with other processes, without it alone. */
export interface Realtime {
  readonly bus: Bus;
  readonly hub: Hub;
  readonly presence: Presence;
  readonly typing: Typing;
  createLimits<Name extends string>(table: RateLimitTable<Name>): RateLimits<Name>;
}

interface Opened {
  realtime: Realtime;
  close(): Promise<void>;
}

interface Shared {
  opened: Opened | null;
  reportError: ReportError;
}

const KEY = Symbol.for('parley.realtime');

/** A bundler may make several copies of this module in one process; they share this. */
function shareInProcess(): Shared {
  const holder: typeof globalThis & { [KEY]?: Shared } = globalThis;
  holder[KEY] ??= { opened: null, reportError: logTrouble };
  return holder[KEY];
}

const shared = shareInProcess();

/** The realtime side of this process, made at the first call. Throws when a setting is wrong. */
export function realtime(): Realtime {
  shared.opened ??= open(readRealtimeEnv());
  return shared.opened.realtime;
}

/** Ends subscriptions and connections; the next call of `realtime` opens anew. */
export async function closeRealtime(): Promise<void> {
  const { opened } = shared;
  shared.opened = null;
  await opened?.close();
}

/** Sets who is told of trouble that nobody waits for, such as a lost connection to Redis; the log if never set. */
export function reportRealtimeErrors(reportError: ReportError): void {
  shared.reportError = reportError;
}

function open(env: RealtimeEnv): Opened {
  const reportError: ReportError = (error, where) => shared.reportError(error, where);
  const backend = env.redis ? openRedis(env.redis, reportError) : openMemory(reportError);
  const { bus, presence } = backend;
  const rateLimits = env.limits ? shareCounters(backend.rateLimits) : null;
  const hub = createHub({ bus, reportError });
  const typing = createTyping({ publish: (topic, payload) => bus.publish(topic, payload) });
  return {
    realtime: {
      bus,
      hub,
      presence,
      typing,
      createLimits: (table) => createRateLimits(table, rateLimits),
    },
    close: async () => {
      hub.close();
      await backend.close();
    },
  };
}

function logTrouble(error: unknown, where: string): void {
  logger('realtime').warn({ err: error }, `Trouble in ${where}.`);
}
