import { onIdleConnectionError, poolUsage } from '@parley/db/pool';
import { reportRealtimeErrors } from '@parley/realtime/realtime';
import { logger, setLogFormat } from '@parley/telemetry/logger';
import { watchPool } from '@parley/telemetry/metrics';

/**
 * Sends what goes wrong out of sight to the log: sentences for the person at the terminal. A promise that nobody caught
 * is told and survived, as one page's fault is not everybody's; any other uncaught error ends the process.
 */
export function watchOver(): void {
  setLogFormat('lines');
  watchPool(poolUsage);
  onIdleConnectionError((err) => logger('database').warn({ err }, 'An idle connection broke.'));
  reportRealtimeErrors((err, where) => logger('realtime').error({ err }, `Trouble in ${where}.`));
  process.on('unhandledRejection', (err) =>
    logger('server').error({ err }, 'A promise was rejected and nobody caught it.'),
  );
}
