import { newId } from '@parley/db/ids';
import { prepared } from '@parley/db/query';
import { useTestDatabase } from '@parley/db/testing/test-database';
import type { Bus } from '@parley/realtime/bus';
import { fromBusText } from '@parley/realtime/encoded-event';
import { createMemoryBus } from '@parley/realtime/memory/memory-bus';
import { channelTopic } from '@parley/realtime/topics';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { unlimited } from '../../src/testing/unlimited.ts';
import { createRealtimeOn, reportError } from '../realtime.ts';
import { makePerson, makeWorkspace, type Person } from '../world.ts';

useTestDatabase();

const runs = Number(process.env.RACE_RUNS ?? 15);
const told = new Map<string, number[]>();

/** Keeps the numbers that each channel was told of. */
function listeningBus(): Bus {
  const bus = createMemoryBus(reportError);
  return {
    publish: (topic, payload) => {
      const seq = topic.startsWith('channel:') ? fromBusText(payload)?.seq : undefined;
      if (seq !== undefined) told.set(topic, [...(told.get(topic) ?? []), seq]);
      bus.publish(topic, payload);
    },
    subscribe: (topic, listener) => bus.subscribe(topic, listener),
    onInterruption: (listener) => bus.onInterruption(listener),
    healthy: () => bus.healthy(),
    close: () => bus.close(),
  };
}

const realtime = unlimited(createRealtimeOn(listeningBus()));
let owner: Person;
let people: Person[];
let workspaceId: string;
let comeBack: (person: Person) => Promise<void>;
let channelIds: string[];

beforeAll(async () => {
  owner = await makePerson(realtime, 'Owner');
  people = await Promise.all(['Ana', 'Ben', 'Cem', 'Dag'].map((name) => makePerson(realtime, name)));
  ({ id: workspaceId, join: comeBack } = await makeWorkspace(owner, people));
});

const who = fc.nat(3);
const where = fc.nat(1);
const act = fc.record({
  kind: fc.constantFrom('join', 'leave', 'kick', 'add', 'promote', 'send', 'send', 'send', 'expel', 'return', 'rename'),
  who,
  where,
});
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never;
const schedule = fc.array(fc.array(act, { minLength: 6, maxLength: 20 }), { minLength: 2, maxLength: 5 });

async function perform({ kind, who, where }: Act): Promise<unknown> {
  const person = people[who];
  const channelId = channelIds[where];
  if (!person || !channelId) throw new Error('Nobody, or nowhere.');
  const userId = person.user.id;
  switch (kind) {
    case 'join':
      return person.call.channel.join({ channelId });
    case 'leave':
      return person.call.channel.leave({ channelId });
    case 'kick':
      return owner.call.channel.kick({ channelId, userId });
    case 'add':
      return owner.call.channel.addMembers({ channelId, userIds: people.map(({ user }) => user.id).reverse() });
    case 'promote':
      return owner.call.channel.setMemberRole({ channelId, userId, role: 'OWNER' });
    case 'send':
      return person.call.message.send({ channelId, body: 'in between', nonce: newId() });
    case 'expel':
      return owner.call.workspace.removeMember({ workspaceId, userId });
    case 'return':
      return comeBack(person);
    case 'rename':
      return owner.call.channel.update({ channelId, topic: newId() });
  }
}

/** The codes of calls that were neither done nor refused for a reason. */
async function failuresOf(wave: readonly Act[]): Promise<unknown[]> {
  const reasons = new Set(['NOT_FOUND', 'FORBIDDEN', 'PRECONDITION_FAILED']);
  const results = await Promise.allSettled(wave.map(perform));
  return results.flatMap((result, at) => {
    if (result.status === 'fulfilled') return [];
    const error: unknown = result.reason;
    if (error instanceof Error && 'code' in error && reasons.has(String(error.code))) return [];
    return [{ act: wave[at], error: error instanceof Error ? (error.cause ?? error) : error }];
  });
}

const counts = prepared<{
  seq: number;
  memberCount: number;
  members: number;
  highest: number;
  changes: number;
  rows: number;
}>({
  name: 'test_race_counts',
  text: `WITH changed AS (
      SELECT "changeSeq" AS n FROM "Message" WHERE "channelId" = $1
      UNION ALL SELECT "changeSeq" FROM "ChannelMember" WHERE "channelId" = $1
      UNION ALL SELECT "changeSeq" FROM "Channel" WHERE id = $1
    )
    SELECT c.seq, c."memberCount",
      (SELECT count(*)::int FROM "ChannelMember" m WHERE m."channelId" = c.id AND m."leftAt" IS NULL) AS members,
      (SELECT max(n) FROM changed) AS highest, (SELECT count(DISTINCT n)::int FROM changed) AS changes,
      (SELECT count(*)::int FROM changed) AS rows
    FROM "Channel" c WHERE c.id = $1`,
});

const ghosts = prepared<{ userId: string }>({
  name: 'test_race_ghosts',
  text: `SELECT m."userId" FROM "ChannelMember" m WHERE m."channelId" = ANY($1::uuid[]) AND m."leftAt" IS NULL
    AND NOT EXISTS (SELECT FROM "Member" w WHERE w."workspaceId" = $2 AND w."userId" = m."userId")`,
});

async function openChannels(): Promise<void> {
  for (const person of people) await comeBack(person);
  const memberIds = people.map(({ user }) => user.id);
  const open = (kind: 'PUBLIC' | 'PRIVATE') =>
    owner.call.channel.create({ workspaceId, name: `race ${newId()}`, kind, memberIds });
  channelIds = [(await open('PUBLIC')).id, (await open('PRIVATE')).id];
}

describe('whoever comes, goes and speaks at the same time', () => {
  it('leaves counts that agree, numbers without a gap, and nobody in a channel who is not in the workspace', async () => {
    await fc.assert(
      fc.asyncProperty(schedule, async (waves) => {
        await openChannels();
        for (const wave of waves) expect(await failuresOf(wave)).toEqual([]);
        expect(await ghosts([channelIds, workspaceId])).toEqual([]);
        for (const channelId of channelIds) {
          const [row] = await counts([channelId]);
          expect(row).toMatchObject({ memberCount: row?.members, highest: row?.seq, changes: row?.rows });
          const numbers = [...(told.get(channelTopic(channelId)) ?? [])].sort((a, b) => a - b);
          expect(numbers).toEqual(Array.from({ length: (row?.seq ?? 0) - 1 }, (_, at) => at + 2));
        }
      }),
      { numRuns: runs, endOnFailure: true },
    );
  }, 60_000);
});

describe('who is taken out of a channel at this moment', () => {
  async function room(): Promise<[channelId: string, first: Person, second: Person]> {
    for (const person of people) await comeBack(person);
    const [first, second] = people;
    if (!first || !second) throw new Error('Nobody is there.');
    const memberIds = [first.user.id, second.user.id];
    const channel = { workspaceId, name: `race ${newId()}`, kind: 'PRIVATE', memberIds } as const;
    return [(await owner.call.channel.create(channel)).id, first, second];
  }

  it('does not bring themselves back', async () => {
    for (let time = 0; time < runs; time += 1) {
      const [channelId, { user, call }] = await room();
      const comeAgain = () => call.channel.addMembers({ channelId, userIds: [user.id] });
      const kick = owner.call.channel.kick({ channelId, userId: user.id });
      await Promise.allSettled([comeAgain(), kick, comeAgain(), comeAgain()]);
      await expect(kick).resolves.toEqual({ id: channelId });
      await expect(call.channel.get({ channelId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
  });

  it('takes nobody along: of two owners who take out each other one stays', async () => {
    for (let time = 0; time < runs; time += 1) {
      const [channelId, first, second] = await room();
      for (const { user } of [first, second])
        await owner.call.channel.setMemberRole({ channelId, userId: user.id, role: 'OWNER' });
      await Promise.allSettled([
        first.call.channel.kick({ channelId, userId: second.user.id }),
        second.call.channel.kick({ channelId, userId: first.user.id }),
      ]);
      const { items } = await owner.call.channel.members({ channelId });
      expect(items).toHaveLength(2);
    }
  });
});
