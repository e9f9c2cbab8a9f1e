import { newId } from '@parley/db/ids';
import { pool } from '@parley/db/pool';
import { useTestDatabase } from '@parley/db/testing/test-database';
import { beforeAll, describe, expect, it } from 'vitest';
import { createTestRealtime } from '../../test/realtime.ts';
import { corpus } from '../../test/search-corpus.ts';
import { makePerson, makeWorkspace, type Person } from '../../test/world.ts';
import { unlimited } from '../testing/unlimited.ts';

useTestDatabase();
const realtime = unlimited(createTestRealtime());
let ana: Person;
let ben: Person;
let eve: Person;
let workspaceId: string;
let generalId: string;
let secretId: string;

type Name = keyof typeof corpus;

let said = 0;

/** Every second message is in the indexes, the others are in the tail. */
async function say(person: Person, channelId: string, body: string) {
  const sent = await person.call.message.send({ channelId, body, nonce: newId() });
  said += 1;
  if (said % 2 === 0) await hold('id = $1', [sent.id]);
  return sent;
}

async function hold(which: string, values: readonly string[] = []) {
  await pool().query(`UPDATE "Message" SET "searchIndexed" = true WHERE ${which}`, [...values]);
}

async function find(person: Person, q: string, sort: 'RELEVANCE' | 'NEWEST' = 'RELEVANCE') {
  return (await person.call.search.messages({ workspaceId, q, sort, limit: 100 })).items;
}

/** The names of what somebody finds, in the order of the alphabet. */
async function names(q: string, person = ben): Promise<string[]> {
  const bodies = (await find(person, q)).map((hit) => hit.message.body);
  const known = new Map<string, Name>(Object.entries(corpus).map(([name, body]) => [body, name as Name]));
  return bodies.map((body) => known.get(body) ?? body).sort();
}

beforeAll(async () => {
  [ana, ben, eve] = await Promise.all([
    makePerson(realtime, 'Ana'),
    makePerson(realtime, 'Ben'),
    makePerson(realtime, 'Eve'),
  ]);
  ({ id: workspaceId, generalId } = await makeWorkspace(ana, [ben]));
  secretId = (await ana.call.channel.create({ workspaceId, name: 'secret', kind: 'PRIVATE' })).id;
  for (const body of Object.values(corpus)) await ana.call.message.send({ channelId: generalId, body, nonce: newId() });
});

describe.each<[string, string]>([
  ['in the tail', 'false'],
  ['one in two in the indexes', 'seq % 2 = 0'],
  ['in the indexes', 'true'],
])('a message is found, %s,', (_, held) => {
  beforeAll(() => hold(held));

  it.each<[string, Name[]]>([
    ['deployment', ['deploy']],
    ['deploy', ['deploy']],
    ['Releases', ['deploy']],
    ['running', ['deploy']],
    ['ployme', ['deploy']],
    ['how was the city', ['city']],
    ['city', ['city']],
    ['haus', ['german']],
    ['häuser', ['german']],
    ['HAUSER', ['german']],
    ['strasse', ['german']],
    ['grösser', ['german']],
    ['сообщение', ['russian']],
    ['сообщений', ['russian']],
    ['ЕЛКА', ['russian']],
    ['бщени', ['russian']],
    ['كتاب', ['arabic']],
    ['قرأت', ['arabic']],
    ['搜索', ['chinese']],
    ['搜', ['chinese']],
    ['讨论搜索', ['chinese']],
    ['東京', ['japanese']],
    ['会', ['japanese']],
    ['カタ', ['japanese']],
    ['회의', ['korean']],
    ['한', ['korean']],
    ['getUserName', ['code']],
    ['username', ['code']],
    ['user', ['code', 'german']],
    ['ctx_id', ['code']],
    ['send-message.ts', ['code']],
    ['packages/api', ['code']],
    ['C++', ['cpp']],
    ['C#', ['cpp']],
    ['100%_sure', ['cpp']],
    ['100%%', []],
    ['https://git.example.com/org/repo/pull/4711', ['link']],
    ['pull/4711', ['link']],
    ['example.com', ['link']],
    ['tab=files', ['link']],
    ['cafe', ['accents']],
    ['CRÈME', ['accents']],
    ['acommodation', ['typo']],
    ['accomodatoin', ['typo']],
    ['"new release"', ['deploy']],
    ['"release new"', []],
    ['release new', ['deploy']],
    ['has:link', ['link']],
    ['lunch -noon', []],
    ['lunch -evening', ['plain']],
    ['university', []],
  ])('%s', async (q, expected) => {
    expect(await names(q)).toEqual(expected);
  });

  it('with stems of the workspace’s language', async () => {
    await ana.call.workspace.update({ workspaceId, searchLanguage: 'german' });
    expect(await names('Häusern')).toEqual(['german']);
    await ana.call.workspace.update({ workspaceId, searchLanguage: 'english' });
    expect(await names('Häusern')).not.toContain('plain');
  });

  it('with what was looked for as places in its body', async () => {
    const [hit] = await find(ben, 'noon');
    expect(hit).toMatchObject({ channel: { id: generalId, name: 'general', kind: 'PUBLIC' } });
    expect(hit?.highlights).toEqual([{ start: 9, end: 13 }]);
  });
});

it('finds the newest with another ending, where y became i, whether the indexes hold it yet or not', async () => {
  const newest = async () =>
    (await ben.call.search.messages({ workspaceId, q: 'breweries', sort: 'NEWEST', limit: 1 })).items[0]?.message.id;
  for (let n = 0; n < 4; n += 1) await say(ana, generalId, 'an old brewery');
  for (let n = 0; n < 2; n += 1) {
    const { id } = await say(ana, generalId, 'a new brewery');
    expect(await newest()).toBe(id);
  }
});

describe('what may not be seen', () => {
  it('is found by nobody else, and not after one is out', async () => {
    await say(ana, secretId, 'the zanzibar plan');
    expect(await find(ana, 'zanzibar')).toHaveLength(1);
    expect(await find(ana, 'zanzibar in:#secret')).toHaveLength(1);
    expect(await find(ana, 'zanzibar in:#general')).toEqual([]);
    expect(await find(ben, 'zanzibar')).toEqual([]);
    await expect(find(eve, 'zanzibar')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await ana.call.channel.addMembers({ channelId: secretId, userIds: [ben.user.id] });
    expect(await find(ben, 'zanzibar')).toHaveLength(1);
    await ana.call.channel.kick({ channelId: secretId, userId: ben.user.id });
    for (const q of [
      'zanzibar',
      'zanzibar in:#secret',
      'anziba',
      'zanzibra',
      'in:#secret',
      'from:me',
      `from:${ana.user.handle} zanzibar`,
    ]) {
      const channels = (await find(ben, q)).map((hit) => hit.channel.id);
      expect(channels).not.toContain(secretId);
    }
  });

  it('is not what was deleted or edited away', async () => {
    const sent = await say(ana, generalId, 'originalword here');
    await ana.call.message.edit({ id: sent.id, body: 'replacedword here' });
    expect(await find(ben, 'originalword')).toEqual([]);
    expect(await find(ben, 'replacedword')).toHaveLength(1);
    await ana.call.message.delete({ id: sent.id });
    expect(await find(ben, 'replacedword')).toEqual([]);
    expect(await find(ben, 'placedwo')).toEqual([]);
  });
});

describe('what somebody says who is blocked', () => {
  it('is left out for who blocked them, unless it is asked for by their name', async () => {
    const word = `quarrel${newId().slice(-8)}`;
    await say(ana, generalId, `${word} by ana`);
    await say(ben, generalId, `${word} by ben`);
    await ben.call.user.block({ id: ana.user.id });
    const bodies = async (person: Person, q: string) => (await find(person, q)).map((hit) => hit.message.body).sort();
    expect(await bodies(ben, word)).toEqual([`${word} by ben`]);
    expect(await bodies(ben, `${word} from:@${ana.user.handle}`)).toEqual([`${word} by ana`]);
    expect(await bodies(ana, word)).toEqual([`${word} by ana`, `${word} by ben`]);
    await ben.call.user.unblock({ id: ana.user.id });
    expect(await bodies(ben, word)).toEqual([`${word} by ana`, `${word} by ben`]);
  });
});

describe('operators', () => {
  it('narrow by person, place and time', async () => {
    const mine = await say(ben, generalId, 'operatorword by ben');
    const theirs = await say(ana, generalId, 'operatorword by ana');
    const ids = async (q: string) => (await find(ben, q)).map((hit) => hit.message.id).sort();
    expect(await ids(`operatorword from:@${ana.user.handle}`)).toEqual([theirs.id]);
    expect(await ids('operatorword from:me')).toEqual([mine.id]);
    expect(await ids('operatorword -from:me')).toEqual([theirs.id]);
    expect(await ids('operatorword from:@nobody-here')).toEqual([]);
    expect(await ids('operatorword in:#general')).toEqual([mine.id, theirs.id].sort());
    expect(await ids('operatorword in:#secret')).toEqual([]);
    expect(await ids('operatorword on:today is:unread')).toEqual([theirs.id]);
    await pool().query(`UPDATE "Message" SET "createdAt" = '2024-05-05T12:00:00Z' WHERE id = $1`, [mine.id]);
    expect(await ids('operatorword before:2024-06-01')).toEqual([mine.id]);
    expect(await ids('operatorword on:2024-05-05')).toEqual([mine.id]);
    expect(await ids('operatorword after:2024-05-05')).toEqual([theirs.id]);
    expect(await ids('operatorword after:2024-05-04 before:2024-05-06')).toEqual([mine.id]);
  });

  it('narrow by reactions, pins and threads', async () => {
    const parent = await say(ana, generalId, 'attachedword root');
    await ben.call.message.send({
      channelId: generalId,
      body: 'attachedword reply',
      parentId: parent.id,
      nonce: newId(),
    });
    await pool().query(
      `INSERT INTO "Reaction" ("messageId", "userId", emoji, seq, "authorId") VALUES ($1, $2, '+', 1, $2)`,
      [parent.id, ana.user.id],
    );
    await pool().query('UPDATE "Message" SET "pinnedAt" = now() WHERE id = $1', [parent.id]);
    for (const q of ['attachedword has:pin', 'attachedword has:reaction'])
      expect((await find(ben, q)).map((hit) => hit.message.id)).toEqual([parent.id]);
    expect(await find(ben, 'attachedword is:thread')).toHaveLength(2);
    expect(await find(ben, 'attachedword has:file')).toEqual([]);
  });
});

describe('pages', () => {
  it.each(['NEWEST', 'RELEVANCE'] as const)('by %s give every hit once', async (sort) => {
    const word = `page${sort.toLowerCase()}`;
    for (let n = 0; n < 7; n += 1) await say(ana, generalId, `${word} number ${n}`);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await ben.call.search.messages({ workspaceId, q: word, sort, limit: 3, cursor });
      seen.push(...page.items.map((hit) => hit.message.body));
      cursor = page.nextCursor ?? undefined;
    } while (cursor && seen.length < 20);
    const newestFirst = [6, 5, 4, 3, 2, 1, 0].map((n) => `${word} number ${n}`);
    if (sort === 'NEWEST') expect(seen).toEqual(newestFirst);
    else expect(seen.sort()).toEqual(newestFirst.sort());
  });

  it('put the literal phrase before the same words elsewhere', async () => {
    await say(ana, generalId, 'kiwi banana');
    await say(ana, generalId, 'banana with much more text around it and then a kiwi');
    const [first] = await find(ben, 'kiwi banana');
    expect(first?.message.body).toBe('kiwi banana');
  });

  it('take no cursor of another search', async () => {
    const { nextCursor } = await ben.call.search.messages({ workspaceId, q: 'pagenewest', sort: 'NEWEST', limit: 3 });
    const other = { workspaceId, q: 'other', sort: 'NEWEST', limit: 3, cursor: nextCursor ?? '' } as const;
    await expect(ben.call.search.messages(other)).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });
});
