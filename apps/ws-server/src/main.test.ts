import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import path from 'node:path';
import { type ClonedDatabase, cloneDatabase } from '@parley/db/testing/clone-database';
import { testServerUrl } from '@parley/db/testing/test-database';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { until } from '../test/until.ts';

const main = path.join(import.meta.dirname, 'main.ts');
/** Seconds that a busy machine may take to load everything. */
const STARTS_WITHIN = 45;
const started: ChildProcess[] = [];
let database: ClonedDatabase;
vi.setConfig({ testTimeout: 60_000 });

beforeAll(async () => {
  database = await cloneDatabase(testServerUrl());
});
afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
});
afterAll(() => database.drop());

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address ? address.port : 0;
}

interface Run {
  readonly child: ChildProcess;
  readonly url: string;
  readonly said: () => string;
  readonly ended: Promise<unknown[]>;
}

async function run(settings: Record<string, string>): Promise<Run> {
  const port = await freePort();
  const env = {
    PATH: process.env.PATH,
    NODE_ENV: 'production',
    PORT: String(port),
    LISTEN_HOST: '127.0.0.1',
    AUTH_SECRET: 'a-secret-of-the-tests-and-of-nothing-else',
    DATABASE_URL: database.url,
    ...settings,
  };
  const child = spawn(process.execPath, ['--import', 'tsx', main], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  started.push(child);
  let said = '';
  child.stdout.on('data', (text) => {
    said += text;
  });
  child.stderr.on('data', (text) => {
    said += text;
  });
  return { child, url: `http://127.0.0.1:${port}`, said: () => said, ended: once(child, 'exit') };
}

/** The status of an answer; 0 while nobody answers. */
async function status(url: string): Promise<number> {
  return fetch(url).then(
    (answer) => answer.status,
    () => 0,
  );
}

it('serves health and metrics, refuses strangers, and leaves in peace', async () => {
  const { child, url, ended } = await run({});
  await until('it is ready', async () => (await status(`${url}/health/ready`)) === 200, STARTS_WITHIN);
  expect(await (await fetch(`${url}/health/ready`)).json()).toEqual({ status: 'ready', database: true, bus: true });
  expect(await status(`${url}/health/live`)).toBe(200);
  expect(await (await fetch(`${url}/metrics`)).text()).toContain('parley_sockets ');
  expect(await status(`${url}/anything`)).toBe(404);
  child.kill('SIGTERM');
  expect(await ended).toEqual([0, null]);
});

it('lives on without its database, and says that it is not ready', async () => {
  const { url, child, ended } = await run({ DATABASE_URL: 'postgresql://nobody:nothing@127.0.0.1:1/none' });
  await until('it lives', async () => (await status(`${url}/health/live`)) === 200, STARTS_WITHIN);
  expect(await status(`${url}/health/ready`)).toBe(503);
  child.kill('SIGTERM');
  expect(await ended).toEqual([0, null]);
});

it('does not start with a wrong setting, and says how to mend it', async () => {
  const { ended, said } = await run({ WS_ORIGINS: 'chat.example.com' });
  expect(await ended).toEqual([1, null]);
  expect(said()).toContain('WS_ORIGINS must be');
  expect(said()).not.toContain('    at ');
});
