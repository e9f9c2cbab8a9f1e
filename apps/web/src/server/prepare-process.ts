import { startHeadCheck } from '@parley/api/channel/start-head-check';
import { flushReads } from '@parley/api/read-state/note-read';
import { onIdleConnectionError, poolUsage } from '@parley/db/pool';
import { processState } from '@parley/db/process-state';
import { type Realtime, realtime, reportRealtimeErrors } from '@parley/realtime/realtime';
import { logger } from '@parley/telemetry/logger';
import { watchPool } from '@parley/telemetry/metrics';

/** Writes what waits of read positions when the process is asked to end, and leaves the ending to whoever else listens. */
function flushReadsAtEnd(shared: Realtime): void {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      void flushReads(shared).finally(() => {
        if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
      });
    });
  }
}

function prepare(): object {
  watchPool(poolUsage);
  onIdleConnectionError((err) => logger('database').warn({ err }, 'An idle connection broke.'));
  reportRealtimeErrors((err, where) => logger('realtime').error({ err }, `Trouble in ${where}.`));
  // Subscriptions over HTTP need it here, as sockets need it where they are served.
  startHeadCheck(realtime());
  flushReadsAtEnd(realtime());
  return {};
}

/**
 * The realtime side of the process, made at the first request: a build loads these modules too, and must open nothing.
 * With it comes what watches over the process: trouble goes to the log, and counters of channels are asked for.
 */
export function preparedRealtime(): Realtime {
  processState('web.process', prepare);
  return realtime();
}
