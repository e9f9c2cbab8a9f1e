import type { Realtime } from '@parley/realtime/realtime';
import { remindDue } from '../saved/remind-due.ts';
import { sendDue } from '../schedule/send-scheduled.ts';

const everyMs = 2_000;

/**
 * Starts doing what is due: scheduled messages and reminders, looked for every 2 s through the indexes of what is still to
 * come. Any number of servers may do it together. Answers how to stop, which waits for what is under way.
 */
export function startLaterWork(realtime: Realtime, onError: (error: unknown) => void): () => Promise<void> {
  let timer: NodeJS.Timeout | null = null;
  let stopped = false;
  const work = async (): Promise<void> => {
    for (const task of [sendDue, remindDue]) await task(realtime).catch(onError);
    if (!stopped) timer = setTimeout(start, everyMs);
  };
  let underWay = Promise.resolve();
  const start = (): void => {
    underWay = work();
  };
  start();
  return async () => {
    stopped = true;
    if (timer) clearTimeout(timer);
    await underWay;
  };
}
