import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres.ts';
import { claimInstance } from './instance-lock.ts';
import { readPostmaster } from './postgres/postmaster.ts';
import { secretsPath } from './secrets-file.ts';

vi.setConfig({ testTimeout: 60_000 });

let dataDir = '';
let server: EmbeddedPostgres | undefined;

const clusterDir = () => path.join(dataDir, 'postgres');

async function start(): Promise<EmbeddedPostgres> {
  server = await startEmbeddedPostgres({ dataDir, fast: true });
  return server;
}

async function query<T extends pg.QueryResultRow>(url: string, sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<T>(sql)).rows;
  } finally {
    await client.end();
  }
}

beforeEach(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'parley-embedded-'));
});

afterEach(async () => {
  await server?.stop();
  server = undefined;
  rmSync(dataDir, { recursive: true, force: true });
});

test('what was written is there after a restart, at the same port', async () => {
  const first = await start();
  await query(first.url(), 'CREATE TABLE kept AS SELECT 42 AS answer');
  await first.stop();
  await expect(query(first.url(), 'SELECT 1')).rejects.toThrow(/ECONNREFUSED/);
  const second = await start();
  expect(second).toMatchObject({ port: first.port, adopted: false });
  expect(await query(second.url(), 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
});

test('text is UTF-8 whatever the locale, and sorted by code point', async () => {
  const { url } = await start();
  const rows = await query(
    url(),
    `SELECT datlocprovider, pg_encoding_to_char(encoding) AS encoding, 'é' > 'z' AS sorted
    FROM pg_database WHERE datname = 'parley'`,
  );
  expect(rows).toEqual([{ datlocprovider: 'b', encoding: 'UTF8', sorted: true }]);
});

test('nobody but the owner reads the password', async () => {
  const { url } = await start();
  expect(statSync(secretsPath(dataDir)).mode & 0o777).toBe(0o600);
  const wrong = new URL(url());
  wrong.password = 'guessed';
  await expect(query(wrong.toString(), 'SELECT 1')).rejects.toThrow(/password authentication failed/);
});

test('a server that was left running is taken over', async () => {
  const left = await start();
  const next = await start();
  expect(next).toMatchObject({ port: left.port, adopted: true });
  expect(await query(next.url(), 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
});

test('a pid file whose process is somebody else does not stop the start', async () => {
  await (await start()).stop();
  writeFileSync(
    path.join(clusterDir(), 'postmaster.pid'),
    `${process.pid}\n${clusterDir()}\n1\n1\n\n127.0.0.1\n1 1\nready\n`,
  );
  const next = await start();
  expect(next.adopted).toBe(false);
  expect(readPostmaster(clusterDir())?.pid).not.toBe(process.pid);
});

test('it runs below folders that are closed to others', async () => {
  mkdirSync(path.join(dataDir, 'closed'), { mode: 0o700 });
  server = await startEmbeddedPostgres({ dataDir: path.join(dataDir, 'closed', 'inner'), fast: true });
  expect(await query(server.url(), 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
});

test('a second process on the same data is turned away', async () => {
  const { url } = await start();
  const lock = await claimInstance(url(), 'http://localhost:3000');
  await expect(claimInstance(url(), 'other')).rejects.toThrow(/already running .*\(http:\/\/localhost:3000\)/);
  await lock.release();
  const next = await claimInstance(url(), 'other');
  await next.release();
});

test('a folder of another version is refused with what to do', async () => {
  mkdirSync(clusterDir());
  writeFileSync(path.join(clusterDir(), 'PG_VERSION'), '14\n');
  await expect(start()).rejects.toThrow(/made by Postgres 14, and this Parley carries 18: .*pg_dump/);
});

test('a folder that is no cluster is refused with what to do', async () => {
  mkdirSync(clusterDir());
  writeFileSync(path.join(clusterDir(), 'holiday.jpg'), '');
  await expect(start()).rejects.toThrow(/is not a database folder, or it is damaged/);
});

test('a damaged cluster is refused with what to do, and nothing of it is touched', async () => {
  await (await start()).stop();
  const control = path.join(clusterDir(), 'global', 'pg_control');
  const damaged = Buffer.alloc(readFileSync(control).length);
  writeFileSync(control, damaged);
  await expect(start()).rejects.toThrow(/does not start .*restore it from a backup/);
  expect(readFileSync(control)).toEqual(damaged);
});

test('secrets of another installation are named as the reason', async () => {
  await (await start()).stop();
  writeFileSync(secretsPath(dataDir), JSON.stringify({ POSTGRES_PASSWORD: 'other' }));
  await expect(start()).rejects.toThrow(/put back the secrets.json/);
  const { pid } = readPostmaster(clusterDir()) ?? { pid: 0 };
  expect(pid).toBe(0);
});
