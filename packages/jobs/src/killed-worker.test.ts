import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { pool } from '@parley/db/pool';
import type { ClonedDatabase } from '@parley/db/testing/clone-database';
import { createTestDatabase } from '@parley/db/testing/test-database';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { askToRemind, jobsOf, startTestWorker } from '../test/queues.ts';

vi.setConfig({ testTimeout: 90_000 });
const patient = { timeout: 45_000 };
const program = path.join(import.meta.dirname, '..', 'test', 'hanging-worker.ts');
let database: ClonedDatabase;
let child: ChildProcess | undefined;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(async () => {
  child?.kill('SIGKILL');
  await database.drop();
});

/** Starts a process that hangs in the first job that it takes. */
function startHanging(): { process: ChildProcess; said: () => string } {
  const env = { PATH: process.env.PATH, DATABASE_URL: database.url, LOG_LEVEL: 'silent' };
  const hanging = spawn(process.execPath, ['--import', 'tsx', program], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  hanging.stdout.on('data', (text) => {
    said += text;
  });
  return { process: hanging, said: () => said };
}

it('leaves its job to another when it is killed in the middle', async () => {
  const { messageId } = await askToRemind();
  const hanging = startHanging();
  child = hanging.process;
  await expect.poll(hanging.said, patient).toBe(`took ${messageId}\n`);

  const seen: string[] = [];
  const worker = startTestWorker({
    remind: async (payload) => {
      seen.push(payload.messageId);
    },
  });
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
  expect(seen).toEqual([]);
  expect(await jobsOf('remind')).toMatchObject([{ state: 'active' }]);

  // The minute passes that a job has.
  await pool().query(`UPDATE parley_jobs.job SET started_on = started_on - interval '1 minute'`);
  await expect.poll(() => seen, patient).toEqual([messageId]);
  await expect.poll(() => jobsOf('remind'), patient).toMatchObject([{ state: 'completed', tries: 2 }]);
  await worker.stop(5_000);
});
