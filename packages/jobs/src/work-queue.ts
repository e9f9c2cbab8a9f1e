import { setTimeout as pause } from 'node:timers/promises';
import { pool } from '@parley/db/pool';
import type PgBoss from 'pg-boss';
import type { JobHandlers, JobName } from './jobs.ts';
import { type Outcome, runJob } from './run-job.ts';

export interface Queue {
  readonly boss: PgBoss;
  readonly name: JobName;
  readonly handlers: JobHandlers;
  /** Milliseconds between two looks at an empty queue. */
  readonly pollMs: number;
  /** Stops it after the jobs that it has. */
  readonly signal: AbortSignal;
}

/** A job may hold a connection while it asks for another: half of them are left to others, and no two jobs block each other. */
function jobsAtOnce(): number {
  return Math.max(1, Math.min(4, Math.floor((pool().options.max ?? 1) / 4)));
}

async function settle({ boss, name }: Queue, outcomes: readonly Outcome[]): Promise<void> {
  const done = outcomes.filter(({ failure }) => failure === null).map(({ id }) => id);
  if (done.length > 0) await boss.complete(name, done);
  for (const { id, failure } of outcomes) {
    // The sentence alone: what else hangs on a database's error quotes the row.
    if (failure) await boss.fail(name, id, { message: failure.message });
  }
}

/**
 * Does the jobs of one queue, a few at a time, until `signal`; resolves when the last are done and that is written.
 * pg-boss' own loop would answer several jobs as one, and not wait until that is written.
 */
export async function workQueue(queue: Queue): Promise<void> {
  const { boss, name, handlers, pollMs, signal } = queue;
  while (!signal.aborted) {
    const batchSize = jobsAtOnce();
    const jobs = await boss.fetch<unknown>(name, { batchSize, includeMetadata: true, priority: false });
    const outcomes = await Promise.all(jobs.map((job) => runJob(name, handlers, job)));
    // Not written, a job counts as abandoned when its time is over, and is done again.
    await settle(queue, outcomes).catch(() => undefined);
    if (jobs.length < batchSize) await pause(pollMs, undefined, { signal }).catch(() => undefined);
  }
}
