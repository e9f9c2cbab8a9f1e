import { setTimeout as pause } from 'node:timers/promises';
import { pool } from '@parley/db/pool';
import { recordDeadJobs } from '@parley/telemetry/metrics';
import type PgBoss from 'pg-boss';
import { type Door, makeBoss } from './boss.ts';
import { deadLetters, type JobHandlers, jobNames } from './jobs.ts';
import { logTrouble, type ReportTrouble, seldom } from './report-trouble.ts';
import { workQueue } from './work-queue.ts';

export interface WorkerTiming {
  /** Milliseconds between two looks at an empty queue: the most that a job starts late. */
  readonly pollMs: number;
  /** Milliseconds between two sweeps. */
  readonly sweepMs: number;
  /** Milliseconds until a database that could not be used is tried again. */
  readonly openMs: number;
  /** Seconds between two looks for jobs whose worker is gone. */
  readonly maintainSeconds: number;
}

const usualTiming: WorkerTiming = { pollMs: 1_000, sweepMs: 60_000, openMs: 2_000, maintainSeconds: 30 };

export interface WorkerOptions {
  readonly handlers: JobHandlers;
  /** Does what is due and has no job any more. Called at the start and every minute, whatever becomes of the queues. */
  readonly sweep: () => Promise<void>;
  /** Is told of trouble; the log when left out. */
  readonly report?: ReportTrouble;
  readonly timing?: Partial<WorkerTiming>;
}

export interface JobWorker {
  /** Does it take jobs? False until the database was there, and from `stop` on. */
  isOpen(): boolean;
  /** Takes no more jobs, and resolves when those under way are done, or after so many milliseconds. */
  stop(limitMs: number): Promise<void>;
}

interface Working extends Required<Pick<WorkerOptions, 'handlers' | 'sweep' | 'report'>> {
  readonly timing: WorkerTiming;
  readonly signal: AbortSignal;
  boss: PgBoss | null;
}

function wait(ms: number, signal: AbortSignal): Promise<void> {
  return pause(ms, undefined, { signal }).catch(() => undefined);
}

/** The process's pool; pg-boss swallows some of what goes wrong there, so it is told here. */
function poolDoor(report: ReportTrouble): Door {
  const tell = seldom(report);
  return {
    query: (text, values) =>
      pool()
        .query<Record<string, unknown>>(text, values)
        .catch((error: unknown) => {
          tell(error, 'the tables of the jobs');
          throw error;
        }),
  };
}

/** Waits for a database that can be reached and has the tables that this code knows. Null when told to stop. */
async function open({ report, timing, signal }: Working): Promise<PgBoss | null> {
  const tell = seldom(report);
  while (!signal.aborted) {
    try {
      const boss = makeBoss(poolDoor(report), timing);
      boss.on('error', (error) => report(error, 'the upkeep of the jobs'));
      return await boss.start();
    } catch (error) {
      tell(error, 'opening the queues of the jobs');
      await wait(timing.openMs, signal);
    }
  }
  return null;
}

async function workQueues(working: Working): Promise<void> {
  const { handlers, timing, signal } = working;
  const boss = await open(working);
  if (!boss) return;
  working.boss = boss;
  const { pollMs } = timing;
  await Promise.all(jobNames.map((name) => workQueue({ boss, name, handlers, pollMs, signal })));
  working.boss = null;
  await boss.stop({ graceful: false });
}

async function keepSweeping(working: Working): Promise<void> {
  const { sweep, report, timing, signal } = working;
  while (!signal.aborted) {
    await sweep().catch((error: unknown) => report(error, 'looking for what is due'));
    const dead = await working.boss?.getQueueSize(deadLetters).catch(() => undefined);
    if (dead !== undefined) recordDeadJobs(dead);
    await wait(timing.sweepMs, signal);
  }
}

/**
 * Starts doing jobs on the process's pool. Any number of processes may: each job is taken by one of them, and again when
 * that one is gone. A database that is away, restarts, or is not up to date yet is waited for.
 */
export function startWorker({ handlers, sweep, report = logTrouble, timing = {} }: WorkerOptions): JobWorker {
  const stopping = new AbortController();
  const { signal } = stopping;
  const working: Working = { handlers, sweep, report, timing: { ...usualTiming, ...timing }, signal, boss: null };
  const ended = Promise.all([workQueues(working), keepSweeping(working)]).catch((error: unknown) =>
    report(error, 'the worker'),
  );
  return {
    isOpen: () => working.boss !== null && !signal.aborted,
    stop: async (limitMs) => {
      stopping.abort();
      await Promise.race([ended, pause(limitMs, undefined, { ref: false })]);
    },
  };
}
