import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pool } from '@parley/db/pool';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { readSettings } from './env.ts';
import { type OpenDatabase, openDatabase } from './open-database.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const dataDir = mkdtempSync(path.join(tmpdir(), 'parley-open-'));
const settings = readSettings({ NODE_ENV: 'test', DATA_DIR: dataDir }, []);
let database: OpenDatabase;

beforeAll(async () => {
  database = await openDatabase(settings);
});

afterAll(async () => {
  await database.close();
  rmSync(dataDir, { recursive: true, force: true });
});

async function channels(): Promise<number> {
  const { rows } = await pool().query<{ count: number }>('SELECT count(*)::int AS count FROM "Channel"');
  return rows[0]?.count ?? -1;
}

test('without settings there is a database with its tables, which waits for the disk', async () => {
  expect(await channels()).toBe(0);
  const { rows } = await pool().query<{ setting: string }>(`SELECT setting FROM pg_settings WHERE name = 'fsync'`);
  expect(rows).toEqual([{ setting: 'on' }]);
});

test('a second Parley on the same folder is turned away and does no harm', async () => {
  await expect(openDatabase(settings)).rejects.toThrow(/already running with this data folder/);
  expect(await channels()).toBe(0);
});

test('it comes back by itself when its process dies', async () => {
  const pid = Number(readFileSync(path.join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
  process.kill(pid, 'SIGQUIT');
  await vi.waitFor(async () => expect(channels()).rejects.toThrow(/ECONN|terminat|starting|shutting/), {
    timeout: 10_000,
  });
  await vi.waitFor(async () => expect(await channels()).toBe(0), { timeout: 40_000, interval: 200 });
});
