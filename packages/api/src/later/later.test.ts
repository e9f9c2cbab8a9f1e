import { newId } from '@parley/db/ids';
import { pool } from '@parley/db/pool';
import { useTestDatabase } from '@parley/db/testing/test-database';
import { startWorker } from '@parley/jobs/start-worker';
import { userTopic } from '@parley/realtime/topics';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTestRealtime } from '../../test/realtime.ts';
import { makePerson, makeWorkspace, type Person } from '../../test/world.ts';
import { unlimited } from '../testing/unlimited.ts';
import { laterHandlers } from './later-handlers.ts';
import { sweepDue } from './sweep-due.ts';

useTestDatabase();
const realtime = unlimited(createTestRealtime());
const patient = { timeout: 20_000 };
const hour = 3_600_000;
const inMs = (ms: number) => new Date(Date.now() + ms).toISOString();
let ana: Person;
let ben: Person;
let workspaceId: string;
let channelId: string;
let stop = async (): Promise<void> => undefined;

beforeEach(async () => {
  await pool().query('DELETE FROM parley_jobs.job');
  [ana, ben] = await Promise.all([makePerson(realtime, 'Ana'), makePerson(realtime, 'Ben')]);
  ({ id: workspaceId } = await makeWorkspace(ana, [ben]));
  const memberIds = [ben.user.id];
  ({ id: channelId } = await ana.call.channel.create({ workspaceId, name: 'room', kind: 'PRIVATE', memberIds }));
});
afterEach(() => stop());

/** Starts a worker; without a sweep, what it does came by a job. */
function work(sweep = async (): Promise<void> => undefined): void {
  const timing = { pollMs: 10, sweepMs: 20 };
  const worker = startWorker({ handlers: laterHandlers(realtime), sweep, timing });
  stop = () => worker.stop(5_000);
}

const schedule = (body: string, sendAt: string) =>
  ben.call.message.schedule({ channelId, body, sendAt, nonce: newId() });

async function bodies(): Promise<string[]> {
  const { items } = await ana.call.message.list({ channelId });
  return items.filter((message) => message.kind === 'USER').map((message) => message.body);
}

async function jobs(): Promise<{ name: string; state: string }[]> {
  const { rows } = await pool().query<{ name: string; state: string }>(
    'SELECT name, state FROM parley_jobs.job ORDER BY created_on, id',
  );
  return rows;
}

async function allDone(): Promise<void> {
  await expect.poll(async () => (await jobs()).filter(({ state }) => state !== 'completed'), patient).toEqual([]);
}

/** The time of every job comes, whatever the rows say. */
async function rushJobs(): Promise<void> {
  await pool().query('UPDATE parley_jobs.job SET start_after = now()');
}

/** The time of everything comes. */
async function comeDue(): Promise<void> {
  await pool().query(`UPDATE "ScheduledMessage" SET "sendAt" = now() - interval '1 s'`);
  await pool().query(`UPDATE "SavedMessage" SET "remindAt" = now() - interval '1 s' WHERE "remindAt" IS NOT NULL`);
  await rushJobs();
}

describe('a scheduled message', () => {
  it('is sent by its job when it is due', async () => {
    work();
    await schedule('soon', inMs(2_000));
    await schedule('in an hour', inMs(hour));
    await expect.poll(bodies, patient).toEqual(['soon']);
    await expect
      .poll(jobs, patient)
      .toEqual(['completed', 'created'].map((state) => ({ name: 'send-scheduled', state })));
    expect((await ben.call.message.scheduled({ workspaceId })).items).toMatchObject([{ body: 'in an hour' }]);
  });

  it('is sent at the time that it was changed to, and not by the job of the time before', async () => {
    const { id } = await schedule('moved', inMs(2 * hour));
    await ben.call.message.updateScheduled({ id, sendAt: inMs(hour) });
    expect(await jobs()).toHaveLength(2);
    await rushJobs();
    work();
    await allDone();
    expect(await bodies()).toEqual([]);
    await ben.call.message.updateScheduled({ id, sendAt: inMs(hour) });
    await comeDue();
    await expect.poll(bodies, patient).toEqual(['moved']);
  });

  it('has no second job when its text alone is changed, and none does anything once it is cancelled', async () => {
    const { id } = await schedule('first', inMs(hour));
    await ben.call.message.updateScheduled({ id, body: 'second' });
    expect(await jobs()).toHaveLength(1);
    await ben.call.message.cancelScheduled({ id });
    await rushJobs();
    work();
    await allDone();
    expect(await bodies()).toEqual([]);
  });

  it('that was refused for good is tried again when it is changed', async () => {
    const { id } = await schedule('refused', inMs(hour));
    await ana.call.channel.archive({ channelId });
    await comeDue();
    work();
    const failure = async () => (await ben.call.message.scheduled({ workspaceId })).items[0]?.failure;
    await expect.poll(failure, patient).toMatch(/archived/);
    await allDone();
    await ana.call.channel.unarchive({ channelId });
    await ben.call.message.updateScheduled({ id, body: 'allowed' });
    await expect.poll(bodies, patient).toEqual(['allowed']);
  });

  it('leaves neither row nor job when one of the two cannot be written', async () => {
    await pool().query(`UPDATE parley_jobs.queue SET name = 'gone' WHERE name = 'send-scheduled'`);
    await expect(schedule('never', inMs(hour))).rejects.toThrow('no queue "send-scheduled"');
    await pool().query(`UPDATE parley_jobs.queue SET name = 'send-scheduled' WHERE name = 'gone'`);
    expect((await ben.call.message.scheduled({ workspaceId })).items).toEqual([]);
  });
});

describe('a reminder', () => {
  it('is told by its job when it is due', async () => {
    const said: unknown[] = [];
    await realtime.hub.listen(userTopic(ben.user.id), (payload) => said.push(JSON.parse(payload))).ready;
    const { id } = await ana.call.message.send({ channelId, body: 'keepsake', nonce: newId() });
    work();
    await ben.call.message.save({ id });
    expect(await jobs()).toEqual([]);
    await ben.call.message.save({ id, remindAt: inMs(hour) });
    await comeDue();
    const reminder = { type: 'notification', kind: 'REMINDER', messageId: id, text: 'keepsake' };
    await expect.poll(() => said, patient).toContainEqual(expect.objectContaining(reminder));
    await allDone();
  });

  it('is not told by a job that comes before its time', async () => {
    const { id } = await ana.call.message.send({ channelId, body: 'keepsake', nonce: newId() });
    await ben.call.message.save({ id, remindAt: inMs(hour) });
    await rushJobs();
    work();
    await allDone();
    const { items } = await ben.call.message.saved({ workspaceId });
    expect(items).toMatchObject([{ id, remindedAt: null }]);
  });
});

describe('what lost its job', () => {
  it('is done by the sweep', async () => {
    const { id } = await ana.call.message.send({ channelId, body: 'keepsake', nonce: newId() });
    await ben.call.message.save({ id, remindAt: inMs(hour) });
    await schedule('lost', inMs(hour));
    await comeDue();
    await pool().query('DELETE FROM parley_jobs.job');
    work(() => sweepDue(realtime));
    await expect.poll(bodies, patient).toEqual(['keepsake', 'lost']);
    const reminded = async () => (await ben.call.message.saved({ workspaceId })).items[0]?.remindedAt;
    await expect.poll(reminded, patient).toEqual(expect.any(String));
  });

  it('is done though another thing that is due fails each time', async () => {
    for (const body of ['breaks', 'works']) await schedule(body, inMs(hour));
    await pool().query('DELETE FROM parley_jobs.job');
    await comeDue();
    // What no sender of ours can get over: the database refuses this one text.
    await pool().query(`ALTER TABLE "Message" ADD CONSTRAINT breaks CHECK (body <> 'breaks')`);
    try {
      work(() => sweepDue(realtime));
      await expect.poll(bodies, patient).toEqual(['works']);
      expect((await ben.call.message.scheduled({ workspaceId })).items).toMatchObject([
        { body: 'breaks', failure: null },
      ]);
    } finally {
      await pool().query('ALTER TABLE "Message" DROP CONSTRAINT breaks');
    }
    await expect.poll(async () => (await bodies()).toSorted(), patient).toEqual(['breaks', 'works']);
  });
});
