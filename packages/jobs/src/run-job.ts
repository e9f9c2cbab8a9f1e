import { setTimeout as pause } from 'node:timers/promises';
import { logger } from '@parley/telemetry/logger';
import { countJob } from '@parley/telemetry/metrics';
import type PgBoss from 'pg-boss';
import { type JobHandlers, type JobName, jobPayloads } from './jobs.ts';

/** A job that a worker took. */
export type TakenJob = PgBoss.JobWithMetadata<unknown>;

/** How a job ended: null when it is done, else why it is not. */
export type Outcome = { readonly id: string; readonly failure: Error | null };

/** Of the time after which others take the job: who is slower than that gives it up before. */
const ownShare = 0.9;

const log = logger('jobs');

/** Fails when the work takes longer than so. It is not ended by that: whatever it still does must be harmless. */
async function within(limitMs: number, work: Promise<void>): Promise<void> {
  const over = new AbortController();
  const late = pause(limitMs, undefined, { signal: over.signal }).then(() => {
    throw new Error(`The job was not done after ${Math.round(limitMs / 1_000)} s.`);
  });
  try {
    await Promise.race([work, late]);
  } finally {
    over.abort();
  }
}

async function handle<Name extends JobName>(name: Name, handlers: JobHandlers, job: TakenJob): Promise<void> {
  const payload = jobPayloads[name].parse(job.data);
  // Postgres writes the seconds as a numeric, which comes as text.
  await within(Number(job.expireInSeconds) * 1_000 * ownShare, handlers[name](payload));
}

function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}

/** Does one job and answers how it ended; never rejects. */
export async function runJob(name: JobName, handlers: JobHandlers, job: TakenJob): Promise<Outcome> {
  try {
    await handle(name, handlers, job);
    countJob(name, 'done');
    return { id: job.id, failure: null };
  } catch (thrown) {
    const failure = asError(thrown);
    const fields = { err: failure, job: name, jobId: job.id, tries: job.retryCount + 1 };
    if (job.retryCount < job.retryLimit) {
      countJob(name, 'retried');
      log.warn(fields, 'A job failed, and will be tried again.');
    } else {
      countJob(name, 'dead');
      log.error(fields, 'A job failed for the last time, and lies with the dead letters now.');
    }
    return { id: job.id, failure };
  }
}
