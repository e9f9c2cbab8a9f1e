import { newId } from '@parley/db/ids';
import { pool } from '@parley/db/pool';
import { useTestDatabase } from '@parley/db/testing/test-database';
import { transaction } from '@parley/db/transaction';
import { beforeEach, expect, it } from 'vitest';
import { askToRemind, jobsOf } from '../test/queues.ts';
import { enqueue } from './enqueue.ts';
import { deadLetters } from './jobs.ts';

useTestDatabase();
beforeEach(async () => {
  await pool().query('DELETE FROM parley_jobs.job');
});

it('asks for a job without any worker in the process, for a moment to come', async () => {
  const id = newId();
  const at = new Date(Date.now() + 360 * 86_400_000);
  await transaction((client) => enqueue('send-scheduled', { id }, { client, at }));
  expect(await jobsOf('send-scheduled')).toMatchObject([{ state: 'created', data: { id }, startAfter: at }]);
  const { rows } = await pool().query('SELECT dead_letter, keep_until > start_after AS kept FROM parley_jobs.job');
  expect(rows).toEqual([{ dead_letter: deadLetters, kept: true }]);
});

it('leaves nothing behind when the transaction is rolled back', async () => {
  const failing = transaction(async (client) => {
    await enqueue('send-scheduled', { id: newId() }, { client });
    throw new Error('changed my mind');
  });
  await expect(failing).rejects.toThrow('changed my mind');
  expect(await jobsOf('send-scheduled')).toEqual([]);
});

it('fails with the transaction when there is no such queue, instead of forgetting the job', async () => {
  await pool().query(`UPDATE parley_jobs.queue SET name = 'other' WHERE name = 'remind'`);
  await expect(askToRemind()).rejects.toThrow('The database has no queue "remind"');
  await pool().query(`UPDATE parley_jobs.queue SET name = 'remind' WHERE name = 'other'`);
});
