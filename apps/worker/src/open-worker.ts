import { laterHandlers } from '@parley/api/later/later-handlers';
import { sweepDue } from '@parley/api/later/sweep-due';
import { startIndexing } from '@parley/api/search/index-tail';
import { logTrouble, seldom } from '@parley/jobs/report-trouble';
import { type JobWorker, startWorker } from '@parley/jobs/start-worker';
import type { Realtime } from '@parley/realtime/realtime';
import { recordSearchTail } from '@parley/telemetry/metrics';

/** Starts doing, in this process, all that Parley does later; what comes of it is told on `realtime`. */
export function openWorker(realtime: Realtime): JobWorker {
  const worker = startWorker({ handlers: laterHandlers(realtime), sweep: () => sweepDue(realtime) });
  const tell = seldom(logTrouble);
  const stopIndexing = startIndexing((error) => tell(error, 'the indexes of search'), recordSearchTail);
  return {
    isOpen: worker.isOpen,
    stop: async (limitMs) => {
      await Promise.all([worker.stop(limitMs), stopIndexing()]);
    },
  };
}
