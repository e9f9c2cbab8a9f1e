import { EventEmitter, once } from 'node:events';
import { pool } from '@parley/db/pool';
import { testServerUrl, useTestDatabase } from '@parley/db/testing/test-database';
import { renderMetrics } from '@parley/telemetry/metrics';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { askToRemind, jobsOf, setQueues, startTestWorker, statesOf } from '../test/queues.ts';
import { deadLetters, type JobPayload } from './jobs.ts';
import type { JobWorker } from './start-worker.ts';

useTestDatabase();
const patient = { timeout: 20_000 };
const started: JobWorker[] = [];

function start(...args: Parameters<typeof startTestWorker>) {
  const worker = startTestWorker(...args);
  started.push(worker);
  return worker;
}

type Then = (payload: JobPayload<'remind'>, nth: number) => Promise<void>;

/** A handler that remembers what it was given, and then does this. */
function remembering(then: Then = async () => undefined) {
  const seen: string[] = [];
  const remind = async (payload: JobPayload<'remind'>) => {
    seen.push(payload.messageId);
    await then(payload, seen.length);
  };
  return { seen, remind };
}

/** A handler that is done when `finish` is called. */
function lasting() {
  const over = new EventEmitter();
  return {
    ...remembering(async () => {
      await once(over, 'finish');
    }),
    finish: () => over.emit('finish'),
  };
}

beforeEach(async () => {
  await pool().query('DELETE FROM parley_jobs.job');
  await setQueues();
});
afterEach(async () => {
  await Promise.all(started.splice(0).map((worker) => worker.stop(5_000)));
});

describe('a job', () => {
  it('is done once by two workers that look for it together', async () => {
    const { seen, remind } = remembering();
    const asked = [];
    for (let n = 0; n < 30; n += 1) asked.push((await askToRemind()).messageId);
    start({ remind });
    start({ remind });
    await expect.poll(() => statesOf('remind'), patient).toEqual(asked.map(() => 'completed'));
    expect(seen.toSorted()).toEqual(asked.toSorted());
  });

  it('that fails is tried again, and lies with the dead letters after its last try', async () => {
    const { seen, remind } = remembering(() => Promise.reject(new Error('not just now')));
    const { messageId } = await askToRemind();
    start({ remind });
    await expect.poll(() => statesOf('remind'), patient).toEqual(['failed']);
    expect(seen).toEqual([messageId, messageId, messageId]);
    expect(await jobsOf(deadLetters)).toMatchObject([{ state: 'created', data: { messageId } }]);
    const { rows } = await pool().query('SELECT output FROM parley_jobs.job WHERE name = $1', [deadLetters]);
    expect(rows).toEqual([{ output: { message: 'not just now' } }]);
  });

  it('that fails spoils none of those that were taken with it', async () => {
    const unlucky = await askToRemind();
    for (let n = 0; n < 7; n += 1) await askToRemind();
    const { seen, remind } = remembering(({ messageId }) =>
      messageId === unlucky.messageId ? Promise.reject(new Error('never')) : Promise.resolve(),
    );
    start({ remind });
    await expect.poll(() => statesOf(deadLetters), patient).toEqual(['created']);
    await expect
      .poll(async () => (await statesOf('remind')).toSorted(), patient)
      .toEqual([...Array<string>(7).fill('completed'), 'failed']);
    expect(seen).toHaveLength(7 + 3);
  });

  it('that works at the second try is no dead letter', async () => {
    const { remind } = remembering((_, nth) => (nth > 1 ? Promise.resolve() : Promise.reject(new Error('once'))));
    await askToRemind();
    start({ remind });
    await expect.poll(() => jobsOf('remind'), patient).toMatchObject([{ state: 'completed', tries: 2 }]);
    expect(await jobsOf(deadLetters)).toEqual([]);
  });

  it('that carries what it should not is handed to nobody', async () => {
    const { seen, remind } = remembering();
    await askToRemind();
    await pool().query(`UPDATE parley_jobs.job SET data = '{"userId": "me"}'`);
    start({ remind });
    await expect.poll(() => statesOf(deadLetters), patient).toEqual(['created']);
    expect(seen).toEqual([]);
  });

  it('that takes too long is given up and tried again', async () => {
    await setQueues({ seconds: 1 });
    const { remind } = remembering((_, nth) => (nth > 1 ? Promise.resolve() : new Promise(() => undefined)));
    await askToRemind();
    start({ remind });
    await expect.poll(() => jobsOf('remind'), patient).toMatchObject([{ state: 'completed', tries: 2 }]);
  });
});

describe('a worker that is stopped', () => {
  it('does what it has, and takes nothing more', async () => {
    const { seen, remind, finish } = lasting();
    const worker = start({ remind });
    await askToRemind();
    await expect.poll(() => seen, patient).toHaveLength(1);
    const stopped = worker.stop(20_000);
    expect(worker.isOpen()).toBe(false);
    await askToRemind();
    finish();
    await stopped;
    expect(await statesOf('remind')).toEqual(['completed', 'created']);
    expect(seen).toHaveLength(1);
  });

  it('waits for a job no longer than it is told', async () => {
    const { seen, remind, finish } = lasting();
    const worker = start({ remind });
    await askToRemind();
    await expect.poll(() => seen, patient).toHaveLength(1);
    await worker.stop(1);
    expect(await statesOf('remind')).toEqual(['active']);
    finish();
  });
});

describe('a database', () => {
  it('that was away and cut all connections is worked on again when it is back', async () => {
    const { rows } = await pool().query<{ name: string }>('SELECT current_database() AS name');
    const name = rows[0]?.name ?? '';
    const admin = new pg.Client({ connectionString: testServerUrl() });
    await admin.connect();
    const { seen, remind } = remembering();
    const worker = start({ remind });
    await expect.poll(() => worker.isOpen(), patient).toBe(true);
    try {
      await admin.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS false`);
      await admin.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [name]);
      await expect.poll(() => worker.report.mock.calls.length, patient).toBeGreaterThan(0);
    } finally {
      await admin.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS true`);
      await admin.end();
    }
    const { messageId } = await askToRemind();
    await expect.poll(() => seen, patient).toEqual([messageId]);
  });

  it('whose tables are of another version is left alone until it is brought up to date', async () => {
    const { seen, remind } = remembering();
    const sweep = vi.fn(async () => undefined);
    await pool().query('UPDATE parley_jobs.version SET version = version - 1');
    const worker = start({ remind }, { sweep });
    const { messageId } = await askToRemind();
    await expect.poll(() => worker.report.mock.calls, patient).toHaveLength(1);
    expect(String(worker.report.mock.calls[0]?.[0])).toContain('requires migrations');
    expect([worker.isOpen(), seen]).toEqual([false, []]);
    expect(sweep).toHaveBeenCalled();
    await pool().query('UPDATE parley_jobs.version SET version = version + 1');
    await expect.poll(() => seen, patient).toEqual([messageId]);
  });
});

describe('a sweep', () => {
  it('is done again and again, though one failed, and counts the dead letters', async () => {
    await pool().query('INSERT INTO parley_jobs.job (name) VALUES ($1), ($1)', [deadLetters]);
    const sweep = vi.fn(async () => undefined);
    sweep.mockRejectedValueOnce(new Error('away'));
    const worker = start({}, { sweep, timing: { sweepMs: 5 } });
    await expect.poll(() => sweep.mock.calls.length, patient).toBeGreaterThan(2);
    expect(worker.report).toHaveBeenCalledWith(new Error('away'), 'looking for what is due');
    await expect.poll(async () => (await renderMetrics()).text, patient).toMatch(/^parley_dead_jobs 2$/m);
  });
});
