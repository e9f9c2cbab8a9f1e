import type { Server } from 'node:http';
import { apiEnv } from '@parley/api/env';
import { flushReads } from '@parley/api/read-state/note-read';
import { authEnv } from '@parley/auth/env';
import { closeDb } from '@parley/db/client';
import { onIdleConnectionError, pool, poolUsage } from '@parley/db/pool';
import { readRealtimeEnv } from '@parley/realtime/env';
import { closeRealtime, realtime, reportRealtimeErrors } from '@parley/realtime/realtime';
import { logLevel } from '@parley/telemetry/env';
import { logger } from '@parley/telemetry/logger';
import { watchPool } from '@parley/telemetry/metrics';
import { wsEnv } from './env.ts';
import { createHttpServer } from './http-server.ts';
import { createWsServer, type WsServer } from './ws-server.ts';

/** Whoever stops this process may wait ten seconds before it is killed. */
const DRAIN_MS = 8_000;
const CLOSE_MS = 1_500;

const log = logger('ws');

function listen(server: Server, { port, host }: { port: number; host: string | undefined }): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host }, () => {
      server.removeListener('error', reject);
      resolve();
    });
  });
}

interface Serving {
  readonly ws: WsServer;
  readonly http: Server;
}

async function stop({ ws, http }: Serving): Promise<void> {
  // The port stays open while sockets leave, so that new ones are told to come back later instead of finding nobody.
  await ws.drain(DRAIN_MS);
  http.close();
  http.closeAllConnections();
  // What was read since the last moment is written before the connections go.
  const written = flushReads(realtime()).catch(() => {});
  const closed = written.then(() => Promise.allSettled([closeRealtime(), closeDb()]));
  await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, CLOSE_MS))]);
}

/** Reads all settings once, so that a wrong one stops the start with its sentence and not a request. */
function checkSettings(): void {
  for (const read of [logLevel, authEnv, apiEnv, readRealtimeEnv, wsEnv]) read();
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
  const env = wsEnv();
  let closing = false;
  const { bus } = realtime();
  const ws = createWsServer({ realtime: realtime() });
  const http = createHttpServer({ ws, bus, isClosing: () => closing });
  await listen(http, env);
  log.info({ port: env.port }, 'Sockets are served.');

  const onSignal = () => {
    if (closing) process.exit(1);
    closing = true;
    void stop({ ws, http }).finally(() => process.exit(0));
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
