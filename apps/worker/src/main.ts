import { once } from 'node:events';
import type { Server } from 'node:http';
import { apiEnv } from '@parley/api/env';
import { flushReads } from '@parley/api/read-state/note-read';
import { authEnv } from '@parley/auth/env';
import { closeDb } from '@parley/db/client';
import { onIdleConnectionError, pool, poolUsage } from '@parley/db/pool';
import type { JobWorker } from '@parley/jobs/start-worker';
import { readRealtimeEnv } from '@parley/realtime/env';
import { closeRealtime, realtime, reportRealtimeErrors } from '@parley/realtime/realtime';
import { logLevel } from '@parley/telemetry/env';
import { logger } from '@parley/telemetry/logger';
import { watchPool } from '@parley/telemetry/metrics';
import { workerEnv } from './env.ts';
import { createHealthServer } from './health-server.ts';
import { openWorker } from './open-worker.ts';

/** Whoever stops this process may wait ten seconds before it is killed. */
const DRAIN_MS = 8_000;
const CLOSE_MS = 1_500;

const log = logger('worker');

async function stop(worker: JobWorker, health: Server): Promise<void> {
  await worker.stop(DRAIN_MS);
  health.close();
  health.closeAllConnections();
  // Who wrote has read: that is written before the connections go.
  const written = flushReads(realtime()).catch(() => {});
  const closed = written.then(() => Promise.allSettled([closeRealtime(), closeDb()]));
  await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, CLOSE_MS))]);
}

/** Reads all settings once, so that a wrong one stops the start with its sentence and not a job. */
function checkSettings(): void {
  for (const read of [logLevel, authEnv, apiEnv, readRealtimeEnv, workerEnv]) read();
  pool();
}

/** Sends what goes wrong out of sight to the log. A promise that nobody caught is told and survived. */
function watchOver(): void {
  watchPool(poolUsage);
  onIdleConnectionError((err) => log.warn({ err }, 'An idle connection to the database broke.'));
  reportRealtimeErrors((err, where) => log.error({ err }, `Trouble in ${where}.`));
  process.on('unhandledRejection', (err) => log.error({ err }, 'A promise was rejected and nobody caught it.'));
}

async function main(): Promise<void> {
  checkSettings();
  watchOver();
  const { port, host } = workerEnv();
  let worker: JobWorker | null = null;
  const health = createHealthServer(() => worker?.isOpen() ?? false);
  health.listen({ port, host });
  await once(health, 'listening');
  const working = openWorker(realtime());
  worker = working;
  log.info({ port }, 'Jobs are done here.');

  let closing = false;
  const onSignal = () => {
    if (closing) process.exit(1);
    closing = true;
    void stop(working, health).finally(() => process.exit(0));
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
