import { createCaller } from '@parley/api/root';
import { createContext } from '@parley/api/trpc/create-context';
import { createBrowserSession } from '@parley/auth/sessions';
import { makePerson } from '@parley/auth/testing/make-person';
import { newId } from '@parley/db/ids';
import { pool } from '@parley/db/pool';
import type { ClonedDatabase } from '@parley/db/testing/clone-database';
import { createTestDatabase } from '@parley/db/testing/test-database';
import { closeRealtime, realtime } from '@parley/realtime/realtime';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { killWorkers, runWorker } from '../test/run-worker.ts';

vi.setConfig({ testTimeout: 90_000 });
/** A busy machine may take a while to load everything. */
const patient = { timeout: 45_000, interval: 50 };
let database: ClonedDatabase;
let channelId: string;
let call: ReturnType<typeof createCaller>;

beforeAll(async () => {
  database = await createTestDatabase();
  const { session } = await createBrowserSession(await makePerson());
  const source = { cookie: null, authorization: null, address: null, userAgent: null };
  call = createCaller(createContext({ ...source, transport: 'internal', sessionId: session.id }, realtime()));
  const { id: workspaceId } = await call.workspace.create({ name: 'Northwind', slug: `w-${newId().slice(-12)}` });
  const room = { workspaceId, name: 'room', kind: 'PRIVATE' } as const;
  ({ id: channelId } = await call.channel.create(room));
});
afterEach(killWorkers);
afterAll(async () => {
  await closeRealtime();
  await database.drop();
});

/** The status of an answer; 0 while nobody answers. */
async function status(url: string): Promise<number> {
  return fetch(url).then(
    (answer) => answer.status,
    () => 0,
  );
}

function schedule(body: string) {
  return call.message.schedule({ channelId, body, sendAt: new Date(Date.now() + 2_000).toISOString(), nonce: newId() });
}

async function timesSent(body: string): Promise<number> {
  const { items } = await call.message.list({ channelId });
  return items.filter((message) => message.body === body).length;
}

async function isSettled(id: string): Promise<boolean> {
  const { rows } = await pool().query('SELECT 1 FROM "ScheduledMessage" WHERE id = $1 AND "sentAt" IS NOT NULL', [id]);
  return rows.length === 1;
}

it('sends what a process without a worker scheduled, says how it does, and leaves in peace', async () => {
  const { child, url, ended } = await runWorker({ DATABASE_URL: database.url });
  await expect.poll(() => status(`${url}/health/ready`), patient).toBe(200);
  const { id } = await schedule('on time');
  await expect.poll(() => isSettled(id), patient).toBe(true);
  expect(await timesSent('on time')).toBe(1);
  const metrics = async () => (await fetch(`${url}/metrics`)).text();
  await expect.poll(metrics, patient).toMatch(/^parley_search_tail_messages \d+$/m);
  await expect.poll(metrics, patient).toMatch(/^parley_jobs_total\{job="send-scheduled",outcome="done"\} [1-9]/m);
  expect([await status(`${url}/health/live`), await status(`${url}/anything`)]).toEqual([200, 404]);
  child.kill('SIGTERM');
  expect(await ended).toEqual([0, null]);
});

it('leaves what it was about when it is killed to the next, which sends it once', async () => {
  const holder = await pool().connect();
  try {
    await holder.query('BEGIN');
    await holder.query('SELECT 1 FROM "ChannelMember" WHERE "channelId" = $1 FOR UPDATE', [channelId]);
    const { id } = await schedule('in the middle');
    const first = await runWorker({ DATABASE_URL: database.url });
    const blocked = `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
    await expect.poll(async () => (await pool().query(blocked)).rows.length, patient).toBeGreaterThan(0);
    first.child.kill('SIGKILL');
    await first.ended;
    await holder.query('ROLLBACK');
    await runWorker({ DATABASE_URL: database.url });
    await expect.poll(() => isSettled(id), patient).toBe(true);
    expect(await timesSent('in the middle')).toBe(1);
  } finally {
    holder.release();
  }
});

it('lives without its database, and says that it is not ready', async () => {
  const { url, child, ended } = await runWorker({ DATABASE_URL: 'postgresql://nobody:nothing@127.0.0.1:1/none' });
  await expect.poll(() => status(`${url}/health/live`), patient).toBe(200);
  expect(await status(`${url}/health/ready`)).toBe(503);
  child.kill('SIGTERM');
  expect(await ended).toEqual([0, null]);
});

it('does not start with a wrong setting, and says how to mend it', async () => {
  const { ended, said } = await runWorker({ DATABASE_URL: database.url, PORT: 'x' });
  expect(await ended).toEqual([1, null]);
  expect(said()).toContain('PORT must be');
  expect(said()).not.toContain('    at ');
});
