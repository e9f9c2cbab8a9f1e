import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import pg from 'pg';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { closeDb, db } from './client.ts';
import { isTransactionConflict, isUnavailable } from './errors.ts';
import { closePool, connectTo, pool } from './pool.ts';
import { prepared } from './query.ts';
import { cloneDatabase } from './testing/clone-database.ts';
import { testServerUrl } from './testing/test-database.ts';
import { transaction } from './transaction.ts';

vi.setConfig({ testTimeout: 30_000 });

let url = '';
let drop = async () => {};

beforeAll(async () => {
  ({ url, drop } = await cloneDatabase(testServerUrl()));
});

afterAll(async () => {
  await closeDb();
  await drop();
});

async function use(target: string): Promise<void> {
  await closeDb();
  connectTo(target);
}

const one = prepared<{ one: number }>({ name: 'test_one', text: 'SELECT 1 AS one' });

async function failureOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => undefined,
    (error: unknown) => error,
  );
}

test('a database that refuses is unavailable, to prepared statements and to Prisma', async () => {
  await use('postgresql://nobody@127.0.0.1:1/nothing');
  for (const ask of [() => one([]), () => db().user.count(), () => transaction(async () => {})]) {
    expect(isUnavailable(await failureOf(ask()))).toBe(true);
  }
});

test('a database that takes connections and says nothing is unavailable within seconds', async () => {
  const sockets: Socket[] = [];
  const mute = createServer((socket) => sockets.push(socket)).listen(0, '127.0.0.1');
  await once(mute, 'listening');
  const address = mute.address();
  await use(`postgresql://nobody@127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/nothing`);
  const begun = performance.now();
  expect(isUnavailable(await failureOf(one([])))).toBe(true);
  expect(performance.now() - begun).toBeLessThan(15_000);
  for (const socket of sockets) socket.destroy();
  mute.close();
});

test('a connection that is cut is unavailable, and the next call works', async () => {
  await use(url);
  const sleeping = failureOf(pool().query('SELECT pg_sleep(60)'));
  const admin = new pg.Client({ connectionString: testServerUrl() });
  await admin.connect();
  const cut = `SELECT count(pg_terminate_backend(pid))::int AS cut FROM pg_stat_activity
    WHERE datname = $1 AND query LIKE '%pg_sleep%'`;
  await vi.waitFor(async () => {
    const { rows } = await admin.query<{ cut: number }>(cut, [new URL(url).pathname.slice(1)]);
    expect(rows[0]?.cut).toBe(1);
  });
  await admin.end();
  expect(isUnavailable(await sleeping)).toBe(true);
  expect(await one([])).toEqual([{ one: 1 }]);
});

test('a wrong statement or a broken rule is not unavailable', async () => {
  await use(url);
  expect(isUnavailable(await failureOf(pool().query('SELECT nonsense')))).toBe(false);
  expect(isUnavailable(await failureOf(pool().query('SELECT 1 / 0')))).toBe(false);
  expect(isUnavailable(new Error('Connection to my therapist is fine'))).toBe(false);
  expect(isUnavailable(undefined)).toBe(false);
});

test('a statement whose table changed meanwhile is planned anew', async () => {
  await use(url);
  const all = prepared<Record<string, unknown>>({ name: 'test_star', text: 'SELECT * FROM changing' });
  await pool().query('CREATE TABLE changing AS SELECT 1 AS first');
  // The pool hands out the connection it got back last, so the second call meets the plan of the first.
  expect(await all([])).toEqual([{ first: 1 }]);
  await pool().query('ALTER TABLE changing ADD COLUMN second int DEFAULT 2');
  expect(await all([])).toEqual([{ first: 1, second: 2 }]);
});

test('transactions that collide are run again until all have happened', async () => {
  await use(url);
  await pool().query('CREATE TABLE tally AS SELECT 0 AS count');
  let runs = 0;
  let haveRead = 0;
  let goOn = () => {};
  const allHaveRead = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  const add = () =>
    transaction(
      async (client) => {
        runs += 1;
        const { rows } = await client.query<{ count: number }>('SELECT count FROM tally');
        haveRead += 1;
        if (haveRead === 3) goOn();
        await allHaveRead;
        await client.query('UPDATE tally SET count = $1', [(rows[0]?.count ?? 0) + 1]);
      },
      { isolation: 'SERIALIZABLE' },
    );
  await Promise.all([add(), add(), add()]);
  expect((await pool().query('SELECT count FROM tally')).rows).toEqual([{ count: 3 }]);
  expect(runs).toBeGreaterThan(3);
});

test('one that always collides gives up with the collision', async () => {
  await use(url);
  let runs = 0;
  const error = await failureOf(
    transaction(async (client) => {
      runs += 1;
      await client.query(`DO $$ BEGIN RAISE EXCEPTION 'collision' USING ERRCODE = '40001'; END $$`);
    }),
  );
  expect(isTransactionConflict(error)).toBe(true);
  expect(runs).toBe(4);
  await closePool();
});
