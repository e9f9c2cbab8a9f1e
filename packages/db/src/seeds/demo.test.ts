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

async function rows(sql: string): Promise<unknown[]> {
  return (await pool().query<Record<string, unknown>>(sql)).rows;
}

/** Every number that something in a channel took: its making, joins, messages, and later changes. */
const numbersTaken = `
  SELECT id AS channel, 1 AS n FROM "Channel"
  UNION ALL SELECT "channelId", "changeSeq" FROM "ChannelMember"
  UNION ALL SELECT "channelId", seq FROM "Message"
  UNION ALL SELECT "channelId", "changeSeq" FROM "Message" WHERE "changeSeq" <> seq`;

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
  expect(await db().channel.count()).toBe(12);
  expect(await db().credential.count()).toBe(3);
});

test('no number is taken twice, and the counter stands at the last', async () => {
  expect(await rows(`SELECT channel, n FROM (${numbersTaken}) t GROUP BY 1, 2 HAVING count(*) > 1`)).toEqual([]);
  expect(
    await rows(`SELECT c.name FROM "Channel" c JOIN (SELECT channel, max(n) AS last FROM (${numbersTaken}) t GROUP BY 1) m
      ON m.channel = c.id WHERE m.last <> c.seq`),
  ).toEqual([]);
});

test('no number is missing but the join of somebody who left, whose row tells of the leaving', async () => {
  const missing = await rows(`SELECT c.name, g.n::int AS n FROM "Channel" c, generate_series(1, c.seq) AS g(n)
    WHERE NOT EXISTS (SELECT FROM (${numbersTaken}) t WHERE t.channel = c.id AND t.n = g.n)`);
  const left = await db().channelMember.findMany({ where: { leftAt: { not: null } }, include: { channel: true } });
  expect(missing).toEqual(left.map(({ channel }) => ({ name: channel.name, n: expect.any(Number) })));
  expect(left).toHaveLength(1);
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
  expect(await rows(String.raw`SELECT body FROM "Message" WHERE body ~ '\{[a-z]+[}|]'`)).toEqual([]);
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
