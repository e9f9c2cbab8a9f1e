import { newId } from '@parley/db/ids';
import { pool } from '@parley/db/pool';
import { transaction } from '@parley/db/transaction';
import { vi } from 'vitest';
import { enqueue } from '../src/enqueue.ts';
import type { JobHandlers, JobPayload } from '../src/jobs.ts';
import { startWorker, type WorkerOptions } from '../src/start-worker.ts';

export interface JobRow {
  readonly state: string;
  readonly data: unknown;
  readonly tries: number;
  readonly startAfter: Date;
}

/** What lies in a queue, oldest first. */
export async function jobsOf(queue: string): Promise<JobRow[]> {
  const { rows } = await pool().query<JobRow>(
    `SELECT state, data, retry_count + 1 AS tries, start_after AS "startAfter" FROM parley_jobs.job
     WHERE name = $1 ORDER BY created_on, id`,
    [queue],
  );
  return rows;
}

/** The states of the jobs in a queue. */
export async function statesOf(queue: string): Promise<string[]> {
  return (await jobsOf(queue)).map(({ state }) => state);
}

/** Settings that a test need not wait for: so many tries without a pause, each of so many seconds. */
export async function setQueues({ tries = 3, seconds = 60 } = {}): Promise<void> {
  await pool().query(
    'UPDATE parley_jobs.queue SET retry_limit = $1, retry_delay = 0, retry_backoff = false, expire_seconds = $2',
    [tries - 1, seconds],
  );
}

/** Asks for a reminder of a message that nobody wrote. */
export async function askToRemind(): Promise<JobPayload<'remind'>> {
  const payload = { userId: newId(), messageId: newId() };
  await transaction((client) => enqueue('remind', payload, { client }));
  return payload;
}

/** A worker that looks often and reports to nobody, which does `handlers` and nothing for the rest. */
export function startTestWorker(handlers: Partial<JobHandlers>, options: Partial<WorkerOptions> = {}) {
  const nothing = async (): Promise<void> => undefined;
  const report = vi.fn();
  const worker = startWorker({
    handlers: { 'send-scheduled': nothing, remind: nothing, ...handlers },
    sweep: nothing,
    report,
    ...options,
    timing: { pollMs: 10, openMs: 20, maintainSeconds: 1, ...options.timing },
  });
  return { ...worker, report };
}
