import { logger } from '@parley/telemetry/logger';

/** When the database is away, thousands of streams learn of it together. */
const QUIET_MS = 10_000;

let loggedAt = Number.NEGATIVE_INFINITY;

/** Logs that a stream could not read; at most one line in 10 s. */
export function logReadFailure(error: unknown): null {
  const now = performance.now();
  if (now - loggedAt < QUIET_MS) return null;
  loggedAt = now;
  logger('realtime').warn({ err: error }, 'A stream could not read from the database; it tries again.');
  return null;
}
