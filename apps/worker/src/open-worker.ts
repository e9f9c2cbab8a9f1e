import { laterHandlers } from '@parley/api/later/later-handlers';
import { sweepDue } from '@parley/api/later/sweep-due';
import { type JobWorker, startWorker } from '@parley/jobs/start-worker';
import type { Realtime } from '@parley/realtime/realtime';

/** Starts doing, in this process, all that Parley does later; what comes of it is told on `realtime`. */
export function openWorker(realtime: Realtime): JobWorker {
  return startWorker({ handlers: laterHandlers(realtime), sweep: () => sweepDue(realtime) });
}
