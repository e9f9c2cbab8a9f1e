import { newId } from '@parley/db/ids';
import { pool } from '@parley/db/pool';
import { useTestDatabase } from '@parley/db/testing/test-database';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { unlimited } from '../../src/testing/unlimited.ts';
import { codesOf } from '../codes.ts';
import { createTestRealtime } from '../realtime.ts';
import { makePerson, makeWorkspace } from '../world.ts';

useTestDatabase();

const rounds = 6;
const realtime = unlimited(createTestRealtime());
const counts = z.array(z.object({ deadlocks: z.coerce.number() }));

/** How many statements of this database the server had to break off. */
async function deadlocks(): Promise<number> {
  const sql = 'SELECT pg_stat_force_next_flush(), deadlocks FROM pg_stat_database WHERE datname = current_database()';
  const [row] = counts.parse((await pool().query(sql)).rows);
  return row?.deadlocks ?? -1;
}

describe('somebody who is taken out of many channels while many messages are written there', () => {
  it('waits for nobody who waits for them', async () => {
    const owner = await makePerson(realtime, 'Owner');
    const ana = await makePerson(realtime, 'Ana');
    const ben = await makePerson(realtime, 'Ben');
    const { id: workspaceId, join } = await makeWorkspace(owner, [ana, ben]);
    const userIds = [ana.user.id, ben.user.id];
    const made = await Promise.all(
      Array.from({ length: 8 }, (_, at) =>
        owner.call.channel.create({ workspaceId, name: `room ${at}`, memberIds: userIds }),
      ),
    );
    const send = (person: typeof ana, channelId: string) =>
      person.call.message.send({ channelId, body: 'in between', nonce: newId() });
    for (let round = 0; round < rounds; round += 1) {
      let gone = false;
      const remove = (userId: string) => owner.call.workspace.removeMember({ workspaceId, userId });
      const leaving = codesOf(userIds.map(remove)).finally(() => {
        gone = true;
      });
      while (!gone) {
        const codes = await codesOf(made.flatMap(({ id }) => [send(ana, id), send(ben, id), send(owner, id)]));
        expect(codes.filter((code) => code !== 'OK' && code !== 'NOT_FOUND')).toEqual([]);
      }
      expect(await leaving).toEqual(['OK', 'OK']);
      await Promise.all([join(ana), join(ben)]);
      await Promise.all(made.map(({ id: channelId }) => owner.call.channel.addMembers({ channelId, userIds })));
    }
    expect(await deadlocks()).toBe(0);
  });
});
