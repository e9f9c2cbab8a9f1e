import { expect, test } from 'vitest';
import { db } from '../client.ts';
import { pool } from '../pool.ts';
import { useTestDatabase } from '../testing/test-database.ts';
import { buildCompany } from './build-company.ts';
import { type Seeded, seedDemo } from './demo.ts';

useTestDatabase();

const wednesday = new Date(2026, 4, 13, 15, 30);

function seed(): Promise<Seeded> {
  return seedDemo({ password: 'lantern', hashPassword: async (password) => `hash of ${password}`, now: wednesday });
}

async function rows(sql: string): Promise<Record<string, unknown>[]> {
  return (await pool().query<Record<string, unknown>>(sql)).rows;
}

/** Every number that something in a channel took: its making, joins, messages, reactions, and later changes. */
const numbersTaken = `
  SELECT id AS channel, 1 AS n FROM "Channel"
  UNION ALL SELECT "channelId", "changeSeq" FROM "ChannelMember"
  UNION ALL SELECT "channelId", seq FROM "Message"
  UNION ALL SELECT m."channelId", r.seq FROM "Reaction" r JOIN "Message" m ON m.id = r."messageId"
  UNION ALL SELECT "channelId", "changeSeq" FROM "Message" m WHERE "changeSeq" <> seq
    AND NOT EXISTS (SELECT FROM "Reaction" r WHERE r."messageId" = m.id AND r.seq = m."changeSeq")`;

/** How many numbers of a channel were replaced by a later change of the same row, and so are seen no more. */
const replaced = `SELECT c.name, coalesce(sum(m.changes - (m."changeSeq" <> m.seq AND NOT m.reacted)::int), 0)::int
    + (SELECT count(*)::int FROM "ChannelMember" cm WHERE cm."channelId" = c.id AND cm."leftAt" IS NOT NULL) AS n
  FROM "Channel" c LEFT JOIN (
    SELECT m."channelId", m.seq, m."changeSeq", (SELECT count(*) FROM "Message" r WHERE r."parentId" = m.id)
        + ("editedAt" IS NOT NULL)::int + ("deletedAt" IS NOT NULL)::int + ("pinnedAt" IS NOT NULL)::int AS changes,
      EXISTS (SELECT FROM "Reaction" r WHERE r."messageId" = m.id AND r.seq = m."changeSeq") AS reacted
    FROM "Message" m
  ) m ON m."channelId" = c.id GROUP BY c.id`;

test('an empty database is filled once, and one with people in it is left alone', async () => {
  const first = await seed();
  expect(first).toMatchObject({ written: true });
  expect(first.accounts.map(({ email }) => email)).toEqual(
    ['jonas', 'mira', 'tomas'].map((handle) => `${handle}@northwind.example`),
  );
  expect(first.messages).toBeGreaterThan(2_000);
  const again = await seed();
  expect(again).toMatchObject({ written: false, present: true, accounts: first.accounts });
  expect(await db().message.count()).toBe(first.messages);
  expect(await db().user.count()).toBe(31);
  expect(await db().channel.count({ where: { directKey: null } })).toBe(12);
  expect(await db().channel.count({ where: { kind: 'DIRECT' } })).toBe(7);
  expect(await db().channel.count({ where: { kind: 'GROUP' } })).toBe(1);
  expect(await db().credential.count()).toBe(3);
});

test('no number is taken twice, and the counter stands at the last', async () => {
  expect(await rows(`SELECT channel, n FROM (${numbersTaken}) t GROUP BY 1, 2 HAVING count(*) > 1`)).toEqual([]);
  expect(
    await rows(`SELECT c.name FROM "Channel" c JOIN (SELECT channel, max(n) AS last FROM (${numbersTaken}) t GROUP BY 1) m
      ON m.channel = c.id WHERE m.last <> c.seq`),
  ).toEqual([]);
});

test('no number is missing but those that a later change of the same row replaced', async () => {
  const missing = await rows(`SELECT c.name, count(*) FILTER (WHERE NOT EXISTS (
      SELECT FROM (${numbersTaken}) t WHERE t.channel = c.id AND t.n = g.n))::int AS n
    FROM "Channel" c, generate_series(1, c.seq) AS g(n) GROUP BY c.id ORDER BY c.id`);
  expect(missing).toEqual(await rows(`${replaced} ORDER BY c.id`));
  expect(await db().channelMember.count({ where: { leftAt: { not: null } } })).toBe(1);
});

test('numbers go up with time', async () => {
  expect(
    await rows(`SELECT * FROM (SELECT "createdAt" < lag("createdAt") OVER (PARTITION BY "channelId" ORDER BY seq) AS back
      FROM "Message") t WHERE back`),
  ).toEqual([]);
  expect(await rows('SELECT id FROM "Message" WHERE "changeSeq" < seq')).toEqual([]);
});

test('members are counted, write only where they are, and have read what they wrote', async () => {
  expect(
    await rows(`SELECT c.name FROM "Channel" c WHERE "memberCount" <>
      (SELECT count(*) FROM "ChannelMember" m WHERE m."channelId" = c.id AND m."leftAt" IS NULL)`),
  ).toEqual([]);
  expect(
    await rows(`SELECT m.id FROM "Message" m LEFT JOIN "ChannelMember" cm
      ON cm."channelId" = m."channelId" AND cm."userId" = m."authorId" AND cm."joinedAt" <= m."createdAt"
      WHERE cm."userId" IS NULL OR (cm."leftAt" IS NULL AND cm."lastReadSeq" < m.seq)`),
  ).toEqual([]);
  expect(
    await rows(`SELECT cm."userId" FROM "ChannelMember" cm JOIN "Channel" c ON c.id = cm."channelId"
      WHERE cm."lastReadSeq" > c.seq`),
  ).toEqual([]);
});

test('there is something to read for those who sign in', async () => {
  const unread = await rows(`SELECT c.name, count(*)::int AS unread FROM "ChannelMember" cm
    JOIN "User" u ON u.id = cm."userId" JOIN "Channel" c ON c.id = cm."channelId"
    JOIN "Message" m ON m."channelId" = c.id AND m.seq > cm."lastReadSeq" AND m."authorId" <> u.id AND m."deletedAt" IS NULL
    WHERE u.handle = 'jonas' GROUP BY 1 ORDER BY 1`);
  expect(unread.length).toBeGreaterThan(1);
});

test('whoever signs in finds conversations, calls, threads, reactions, what they kept and what they began', async () => {
  const found = await rows(`SELECT u.handle,
      (SELECT count(*)::int FROM "ChannelMember" cm JOIN "Channel" c ON c.id = cm."channelId" AND c."directKey" IS NOT NULL
        WHERE cm."userId" = u.id) AS directs,
      (SELECT count(*)::int FROM "Mention" n JOIN "ChannelMember" cm ON cm."channelId" = n."channelId" AND cm."userId" = u.id
        WHERE n."userId" = u.id AND n.seq > cm."lastReadSeq" AND n."parentId" IS NULL) AS calls,
      (SELECT count(*)::int FROM "ThreadFollow" f WHERE f."userId" = u.id AND EXISTS (SELECT FROM "Message" m
        WHERE m."parentId" = f."parentId" AND m.seq > f."lastReadSeq" AND m."authorId" <> u.id)) AS threads,
      (SELECT count(*)::int FROM "Reaction" r WHERE r."authorId" = u.id) AS reactions,
      (SELECT count(*)::int FROM "SavedMessage" s WHERE s."userId" = u.id) AS saved,
      (SELECT count(*)::int FROM "Draft" d WHERE d."userId" = u.id) AS drafts
    FROM "User" u JOIN "Credential" k ON k."userId" = u.id ORDER BY 1`);
  expect(found).toHaveLength(3);
  for (const one of found) {
    for (const [what, count] of Object.entries(one)) {
      if (what !== 'handle') expect(count, `${what} of ${JSON.stringify(one)}`).toBeGreaterThan(0);
    }
  }
});

test('the newest of the release train is what the founder opens first', async () => {
  const scene = await db().message.findMany({
    where: { channel: { name: 'release-train' }, parentId: null },
    orderBy: { seq: 'desc' },
    take: 5,
    include: { author: true, reactions: true, replies: { include: { reactions: true }, orderBy: { seq: 'asc' } } },
  });
  expect(scene.map(({ author }) => author.handle)).toEqual(['ana', 'deploybot', 'tomas', 'mira', 'mira']);
  const root = scene.at(-1);
  expect(root).toMatchObject({ replyCount: 5, participantIds: expect.any(Array), pinnedAt: expect.any(Date) });
  expect(root?.replies.map(({ body }) => body).at(-1)).toBe("Then I'm happy. Shipping.");
  expect(root?.reactions.map(({ emoji }) => emoji).sort()).toEqual(['🎉', '🎉', '🎉', '🎉', '👀', '👀']);
  expect(scene[0]).toMatchObject({ body: 'Promote.', editedAt: expect.any(Date) });
});

test('threads are counted at their parents, and followed by whoever wrote in them', async () => {
  expect(
    await rows(`SELECT p.id FROM "Message" p LEFT JOIN LATERAL (
        SELECT count(*) AS n, max("createdAt") AS at FROM "Message" r WHERE r."parentId" = p.id
      ) r ON true WHERE p."replyCount" <> r.n OR p."lastReplyAt" IS DISTINCT FROM r.at
        OR (r.n > 0 AND p."channelId" <> (SELECT min("channelId"::text)::uuid FROM "Message" r WHERE r."parentId" = p.id))`),
  ).toEqual([]);
  expect(
    await rows(`SELECT r.id FROM "Message" r WHERE r."parentId" IS NOT NULL AND NOT EXISTS (
      SELECT FROM "ThreadFollow" f WHERE f."parentId" = r."parentId" AND f."userId" = r."authorId")`),
  ).toEqual([]);
  expect(await db().message.count({ where: { replyCount: { gt: 0 } } })).toBeGreaterThan(20);
});

test('reactions and marks are of people of the channel, and not of what is still to come', async () => {
  expect(
    await rows(`SELECT r.emoji FROM "Reaction" r JOIN "Message" m ON m.id = r."messageId"
      LEFT JOIN "ChannelMember" cm ON cm."channelId" = m."channelId" AND cm."userId" = r."userId"
      WHERE cm."userId" IS NULL OR r."createdAt" < m."createdAt" OR m."deletedAt" IS NOT NULL`),
  ).toEqual([]);
  expect(
    await rows(`SELECT k.seq FROM "ReadMark" k LEFT JOIN "ChannelMember" cm USING ("channelId", "userId")
      LEFT JOIN "ThreadFollow" f ON f."parentId" = k."channelId" AND f."userId" = k."userId"
      WHERE k.seq > coalesce(cm."lastReadSeq", f."lastReadSeq", 0) OR k."readAt" > '${wednesday.toISOString()}'`),
  ).toEqual([]);
  expect(await db().reaction.count()).toBeGreaterThan(100);
});

test('edits keep what was said before, and what was deleted is gone', async () => {
  const edited = await db().message.findMany({ where: { editedAt: { not: null } }, include: { revisions: true } });
  expect(edited.length).toBeGreaterThan(5);
  for (const message of edited) {
    expect(message.revisions).toHaveLength(1);
    expect(message.revisions[0]?.body).not.toBe(message.body);
  }
  const deleted = await db().message.findMany({ where: { deletedAt: { not: null } } });
  expect(deleted.length).toBeGreaterThan(1);
  expect(deleted.every(({ body }) => body === '')).toBe(true);
});

test('every gap is filled and every mention is of somebody who exists', async () => {
  expect(await rows(String.raw`SELECT body FROM "Message" WHERE body ~* '\{[a-z][^{}]*[}|]'`)).toEqual([]);
  expect(await rows(String.raw`SELECT body FROM "Message" WHERE body ~ '\{[^}\n]*\|'`)).toEqual([]);
  expect(
    await rows(`SELECT id FROM (SELECT m.id, (regexp_matches(body, '<@([0-9a-f-]+)>', 'g'))[1]::uuid AS person
      FROM "Message" m) t WHERE NOT EXISTS (SELECT FROM "User" u WHERE u.id = t.person)`),
  ).toEqual([]);
  expect(await db().message.count({ where: { body: { contains: '<@' } } })).toBeGreaterThan(5);
});

test.each([
  ['a Wednesday afternoon', wednesday],
  ['a Monday at dawn', new Date(2026, 4, 11, 5, 0)],
  ['a Sunday', new Date(2026, 4, 10, 12, 0)],
  ['New Year', new Date(2026, 0, 1, 9, 0)],
])('on %s: the same for the same moment, in working hours, and nothing from the future', (_name, now) => {
  const company = buildCompany(now);
  expect(buildCompany(now)).toEqual(company);
  const times = company.messages.map(({ createdAt }) => new Date(createdAt));
  expect(times.filter((time) => time > now)).toEqual([]);
  expect(times.filter((time) => [0, 6].includes(time.getDay()))).toEqual([]);
  expect(times.filter((time) => time.getHours() < 8 || time.getHours() > 17)).toEqual([]);
  expect(new Set(company.messages.map(({ id }) => id)).size).toBe(company.messages.length);
});

test('every mention in a text is a mention of its people', async () => {
  const [called] = await rows(`SELECT count(DISTINCT (m.id, named[1]))::int AS n
    FROM "Message" m, regexp_matches(m.body, '<@([0-9a-f-]{36})>', 'g') named`);
  const written = await db().mention.count({ where: { userId: { not: null } } });
  expect(written).toBeGreaterThan(10);
  expect({ n: written }).toEqual(called);
});
