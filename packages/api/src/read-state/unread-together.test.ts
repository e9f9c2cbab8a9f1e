import { newId } from '@parley/db/ids';
import { pool } from '@parley/db/pool';
import { useTestDatabase } from '@parley/db/testing/test-database';
import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { createTestRealtime } from '../../test/realtime.ts';
import { makePerson, makeWorkspace, type Person } from '../../test/world.ts';
import { unlimited } from '../testing/unlimited.ts';
import { readUnread } from './unread.ts';
import { readUnreadTogether } from './unread-together.ts';

useTestDatabase();
let people: Person[];
let workspaceId: string;

beforeAll(async () => {
  const realtime = unlimited(createTestRealtime());
  people = await Promise.all(['Ana', 'Ben', 'Cleo', 'Dan'].map((name) => makePerson(realtime, name)));
  const [owner, ...others] = people;
  if (!owner) throw new Error('There is an owner.');
  ({ id: workspaceId } = await makeWorkspace(owner, others));
});

const bodies = fc.oneof(
  fc.constant('plain'),
  fc.constantFrom('<!channel> look', '<!here> look', 'not <@nobody>', '<@00000000-0000-0000-0000-------------->'),
  fc.array(fc.nat(3), { minLength: 1, maxLength: 3 }).map((named) => named.map((n) => `<@${n}>`).join(' and ')),
  fc.nat(3).map((n) => `<@${n}> and <!channel>`),
);
const messages = fc.array(
  fc.record({ author: fc.nat(3), body: bodies, gone: fc.boolean(), note: fc.boolean(), reply: fc.boolean() }),
  { maxLength: 25 },
);
const rooms = fc.array(
  fc.record({ messages, direct: fc.boolean(), read: fc.array(fc.nat(26), { minLength: 4, maxLength: 4 }) }),
  {
    minLength: 1,
    maxLength: 3,
  },
);
type Room = typeof rooms extends fc.Arbitrary<Array<infer Each>> ? Each : never;

const idOf = (person: number): string => people[person]?.user.id ?? '';

/** A channel with exactly this in it, whatever the product would say to it. Answers its id. */
async function write(room: Room): Promise<string> {
  const id = newId();
  await pool().query(
    `INSERT INTO "Channel" (id, "workspaceId", kind, name, "nameKey", "directKey", seq)
      VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [id, workspaceId, ...(room.direct ? ['GROUP', '', null, id] : ['PUBLIC', id, id, null]), room.messages.length],
  );
  for (const [person, read] of room.read.entries()) {
    await pool().query(
      'INSERT INTO "ChannelMember" ("channelId", "userId", "lastReadSeq", "changeSeq") VALUES ($1, $2, $3, 0)',
      [id, idOf(person), Math.min(read, room.messages.length)],
    );
  }
  let root: string | null = null;
  for (const [index, message] of room.messages.entries()) {
    const messageId = newId();
    const body = message.body.replaceAll(/<@(\d)>/g, (_, person: string) => `<@${idOf(Number(person))}>`);
    const parentId = message.reply ? root : null;
    await pool().query(
      `INSERT INTO "Message" (id, "channelId", "authorId", seq, "changeSeq", body, nonce, kind, "deletedAt", "parentId")
        VALUES ($1, $2, $3, $4, $4, $5, $1::uuid::text, $6, $7, $8)`,
      [
        ...[messageId, id, idOf(message.author), index + 1, message.gone ? '' : body],
        ...[message.note ? 'SYSTEM' : 'USER', message.gone ? new Date() : null, parentId],
      ],
    );
    root ??= messageId;
  }
  return id;
}

it('says of many readers together what it says of each alone', async () => {
  await fc.assert(
    fc.asyncProperty(rooms, async (made) => {
      const channels: string[] = [];
      for (const room of made) channels.push(await write(room));
      const places = channels.flatMap((channelId) => people.map(({ user }) => ({ channelId, userId: user.id })));
      const sorted = (states: Awaited<ReturnType<typeof readUnread>>) =>
        states.toSorted((one, other) =>
          `${one.channelId}${one.userId}`.localeCompare(`${other.channelId}${other.userId}`),
        );
      const alone = await Promise.all(places.map((place) => readUnread([place])));
      expect(sorted(await readUnreadTogether(places))).toEqual(sorted(alone.flat()));
    }),
    { numRuns: 40 },
  );
});

it('says nothing of who is not in a channel', async () => {
  const channelId = await write({ messages: [], direct: false, read: [0] });
  const states = await readUnreadTogether(people.map(({ user }) => ({ channelId, userId: user.id })));
  expect(states.map(({ userId }) => userId)).toEqual([idOf(0)]);
});
