import { newId } from '@parley/db/ids';
import { pool } from '@parley/db/pool';
import { useTestDatabase } from '@parley/db/testing/test-database';
import { transaction } from '@parley/db/transaction';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createTestRealtime } from '../../test/realtime.ts';
import { makePerson, makeWorkspace, type Person } from '../../test/world.ts';
import { unlimited } from '../testing/unlimited.ts';
import { indexTail, startIndexing } from './index-tail.ts';
import { readTail, type SearchTail } from './read-tail.ts';

useTestDatabase();
const realtime = unlimited(createTestRealtime());
let ana: Person;
let ben: Person;
let workspaceId: string;
let generalId: string;
let secretId: string;

beforeAll(async () => {
  [ana, ben] = await Promise.all([makePerson(realtime, 'Ana'), makePerson(realtime, 'Ben')]);
  ({ id: workspaceId, generalId } = await makeWorkspace(ana, [ben]));
  secretId = (await ana.call.channel.create({ workspaceId, name: 'secret', kind: 'PRIVATE' })).id;
});
beforeEach(async () => {
  await indexTail();
});

async function say(body: string, parentId?: string): Promise<string> {
  const input = { channelId: generalId, body, nonce: newId() };
  return (await ana.call.message.send(parentId === undefined ? input : { ...input, parentId })).id;
}

async function found(q: string, person = ben): Promise<string[]> {
  const { items } = await person.call.search.messages({ workspaceId, q, sort: 'NEWEST', limit: 100 });
  return items.map((hit) => hit.message.id);
}

/** Ids of the messages that the indexes of search do not hold. */
async function tail(): Promise<string[]> {
  const { rows } = await pool().query<{ id: string }>('SELECT id FROM "Message" WHERE NOT "searchIndexed" ORDER BY id');
  return rows.map(({ id }) => id);
}

/** What holds of a moment before the indexer came holds after it too. */
async function beforeAndAfterIndexing(check: () => Promise<void>): Promise<void> {
  await check();
  await indexTail();
  expect(await tail()).toEqual([]);
  await check();
}

describe('a message', () => {
  it('waits in the tail until the indexer comes', async () => {
    const id = await say('quincewood');
    expect(await tail()).toEqual([id]);
    expect(await indexTail()).toBe(1);
    expect(await tail()).toEqual([]);
    expect(await indexTail()).toBe(0);
  });

  it('that was in the indexes is found by its new words at once, and not by its old ones', async () => {
    const id = await say('maplewood tonight');
    await indexTail();
    await ana.call.message.edit({ id, body: 'rosewood tonight' });
    expect(await tail()).toEqual([id]);
    await beforeAndAfterIndexing(async () => {
      for (const q of ['rosewood', 'osewoo', 'tonight']) expect(await found(q)).toEqual([id]);
      for (const q of ['maplewood', 'aplewoo']) expect(await found(q)).toEqual([]);
    });
  });

  it('is not found once it is deleted, wherever it stood', async () => {
    const old = await say('cedarwood old');
    await indexTail();
    const young = await say('cedarwood young');
    expect(await found('cedarwood')).toEqual([young, old]);
    for (const id of [old, young]) await ana.call.message.delete({ id });
    await beforeAndAfterIndexing(async () => expect(await found('cedarwood')).toEqual([]));
  });

  it('of a channel that one is not in is found in neither place', async () => {
    const { id } = await ana.call.message.send({ channelId: secretId, body: 'ebonywood', nonce: newId() });
    await beforeAndAfterIndexing(async () => {
      expect(await found('ebonywood', ana)).toEqual([id]);
      for (const q of ['ebonywood', 'bonywoo', 'ebonywod']) expect(await found(q)).toEqual([]);
    });
  });

  it('stays in the indexes when something else about it changes', async () => {
    const id = await say('teakwood');
    await indexTail();
    await ben.call.message.react({ id, emoji: '👍' });
    await ana.call.message.pin({ id });
    const reply = await say('reply', id);
    expect(await tail()).not.toContain(id);
    expect(await tail()).toContain(reply);
  });

  it('takes no number when the indexer comes', async () => {
    const id = await say('larchwood');
    const numbers = async () => {
      const text = `SELECT m.seq, m."changeSeq", c.seq AS last FROM "Message" m JOIN "Channel" c ON c.id = m."channelId" WHERE m.id = $1`;
      return (await pool().query(text, [id])).rows;
    };
    const before = await numbers();
    await indexTail();
    expect(await numbers()).toEqual(before);
  });
});

describe('indexers', () => {
  it('leave a message alone that is being edited, and lose nothing of it', async () => {
    const edited = await say('birchwood');
    const other = await say('birchwood too');
    await transaction(async (client) => {
      await client.query(`UPDATE "Message" SET body = 'palmwood', "searchIndexed" = false WHERE id = $1`, [edited]);
      expect(await indexTail()).toBe(1);
      expect(await tail()).toEqual([edited]);
    });
    await beforeAndAfterIndexing(async () => {
      expect(await found('palmwood')).toEqual([edited]);
      expect(await found('birchwood')).toEqual([other]);
    });
  });

  it('lose no edit that is made while they work', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 30; n += 1) ids.push(await say(`ashwood number ${n}`));
    let editing = true;
    const index = async (): Promise<void> => {
      while (editing) await indexTail();
    };
    const working = [index(), index()];
    await Promise.all(ids.map((id, n) => ana.call.message.edit({ id, body: `pinewood number ${n}` })));
    editing = false;
    await Promise.all(working);
    await beforeAndAfterIndexing(async () => {
      expect((await found('pinewood')).sort()).toEqual([...ids].sort());
      expect(await found('ashwood')).toEqual([]);
    });
  });

  it('that work together do each message once', async () => {
    const messages = 1_000;
    await pool().query(
      `INSERT INTO "Message" (id, "channelId", "authorId", seq, "changeSeq", body, nonce)
        SELECT uuidv7(), $1, $2, 10000 + n, 10000 + n, 'many ' || n, 'many ' || n FROM generate_series(1, ${messages}) n`,
      [generalId, ana.user.id],
    );
    const shares = await Promise.all([indexTail(), indexTail(), indexTail()]);
    // Whoever finds the last rows locked by another goes, and the other does them.
    expect(shares.reduce((sum, share) => sum + share, 0)).toBe(messages);
    expect(await tail()).toEqual([]);
  });

  it('come by themselves, say what went wrong, and go on', async () => {
    const errors: unknown[] = [];
    await pool().query('ALTER TABLE "Message" RENAME COLUMN "searchIndexed" TO moved');
    const stop = startIndexing((error) => errors.push(error));
    await vi.waitFor(() => expect(errors).not.toEqual([]));
    await pool().query('ALTER TABLE "Message" RENAME COLUMN moved TO "searchIndexed"');
    await say('yewwood');
    await vi.waitFor(async () => expect(await tail()).toEqual([]), { timeout: 10_000 });
    await stop();
    const late = await say('yewwood late');
    expect(await tail()).toEqual([late]);
  });

  it('is measured: how many wait, and for how long, up to a bound', async () => {
    expect(await readTail()).toEqual({ messages: 0, seconds: 0 });
    const first = await say('yewwood');
    await say('yewwood again');
    await pool().query(`UPDATE "Message" SET "createdAt" = now() - interval '90 seconds' WHERE id = $1`, [first]);
    const { messages, seconds } = await readTail();
    expect(messages).toBe(2);
    expect(Math.floor(seconds / 10)).toBe(9);
    const measured: SearchTail[] = [];
    const stop = startIndexing(
      (error) => expect.unreachable(String(error)),
      (now) => measured.push(now),
    );
    await vi.waitFor(() => expect(measured).toEqual([{ messages: 0, seconds: 0 }]));
    await stop();
  });
});
