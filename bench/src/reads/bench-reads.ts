import { findMemberChannel } from '@parley/api/access/channel-access';
import { AppError } from '@parley/api/app-error';
import { channelListText } from '@parley/api/channel/list-channels';
import { listMessages } from '@parley/api/message/list-messages';
import { searchMessages } from '@parley/api/search/search-messages';
import { pool } from '@parley/db/pool';
import { realtime } from '@parley/realtime/realtime';
import { z } from 'zod';
import { median } from '../report/median.ts';
import { percentile } from '../report/percentile.ts';
import { callerOf } from '../scene/caller-of.ts';
import { insertChannels, insertCompany } from '../scene/company.ts';
import { fillMessages } from './fill-messages.ts';

const MESSAGES = 1_000_000;
const PEOPLE = 50;
const CHANNELS = 500;
const ROUNDS = 20;
const DEEP_PAGE = 10_000;
const PAGE = 50;

const queries: ReadonlyArray<readonly [string, string]> = [
  ['a very common word', 'the'],
  ['a common word', 'deploy'],
  ['another form of a word', 'servers'],
  ['a rare word', 'xylophone'],
  ['several words', 'release customer'],
  ['a part of a word', 'ustome'],
  ['like many, as none', 'ploymen'],
  ['spelled wrong', 'xylofone'],
  ['Chinese', '搜索'],
  ['Russian', 'сообщения'],
  ['a name from code', 'getUserName(ctx_id)'],
  ['an address', 'git.example.com/org/repo/pull/4711'],
  ['with operators', 'deploy has:link before:today -server'],
  ['of somebody', 'deploy from:@me'],
  ['in one small channel', 'monday in:#small'],
  ['a filter alone', 'has:link'],
  ['what is unread', 'is:unread'],
  ['nothing like it', 'qqqqqq'],
];

/** How long one kind of question took, in ms. */
export interface ReadFigure {
  readonly label: string;
  readonly p50: number;
  readonly p95: number;
}

/** Searches and lists among a million messages. */
export interface ReadFigures {
  readonly searches: readonly ReadFigure[];
  /** The list of somebody in 500 channels, with unread, mentions and newest messages, until the database has written it out. */
  readonly channels: ReadFigure;
  /** A page of a channel of 750,000 messages: the newest, and 10,000 pages before it. */
  readonly firstPage: ReadFigure;
  readonly deepPage: ReadFigure;
}

export interface ReadOptions {
  readonly databaseUrl: string;
  readonly say: (line: string) => void;
}

/** Times searches, the list of channels and pages of history at the database, one after the other. */
export async function benchReads({ databaseUrl, say }: ReadOptions): Promise<ReadFigures> {
  say(`  Filling ${MESSAGES.toLocaleString('en')} messages; this takes some minutes ...`);
  const company = await insertCompany(PEOPLE);
  const channelIds = await insertChannels(company, CHANNELS);
  await fillMessages({ url: databaseUrl, company, channelIds, messages: MESSAGES });
  const { workspaceId, people } = company;
  await pool().query(`UPDATE "Channel" SET name = 'small', "nameKey" = 'small' WHERE id = $1`, [
    channelIds[CHANNELS - 1],
  ]);
  const viewerId = people[0]?.id ?? '';
  const ctx = { caller: callerOf(viewerId), realtime: realtime() };

  say('  Searching ...');
  const searches: ReadFigure[] = [];
  for (const [label, q] of queries) {
    // One that is given up counts with the time after which it was.
    const ask = (round: number): Promise<unknown> =>
      searchMessages(ctx, { workspaceId, q, limit: 20, sort: round % 2 === 0 ? 'RELEVANCE' : 'NEWEST' }).catch(
        unlessGivenUp,
      );
    searches.push(await time(label, ask));
  }
  say('  Listing ...');
  const channels = await timeAtDatabase('channels', { text: channelListText, values: [workspaceId, viewerId] });
  const channel = await findMemberChannel(viewerId, channelIds[0] ?? '');
  if (!channel) throw new Error('The person is in the channel.');
  const page = (seq: number): Promise<unknown> =>
    listMessages(channel, { channelId: channel.id, around: seq, limit: PAGE, direction: 'BACKWARD' });
  const firstPage = await time('first page', (round) => page(channel.seq - round));
  const deepPage = await time('deep page', (round) => page(channel.seq - DEEP_PAGE * PAGE - round));
  return { searches, channels, firstPage, deepPage };
}

const explained = z.tuple([z.object({ 'QUERY PLAN': z.tuple([z.object({ 'Execution Time': z.number() })]) })]);

function unlessGivenUp(error: unknown): void {
  if (!(error instanceof AppError) || error.reason !== 'SEARCH_TIMEOUT') throw error;
}

/** Times a query within the database, with what it costs to write its rows out and without their way. */
async function timeAtDatabase(
  label: string,
  { text, values }: { text: string; values: readonly string[] },
): Promise<ReadFigure> {
  const times: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const { rows } = await pool().query(`EXPLAIN (ANALYZE, TIMING OFF, SERIALIZE TEXT, FORMAT JSON) ${text}`, [
      ...values,
    ]);
    times.push(explained.parse(rows)[0]['QUERY PLAN'][0]['Execution Time']);
  }
  times.shift();
  return { label, p50: median(times), p95: percentile(times, 0.95) };
}

/** Asks again and again, after once that doesn't count. */
async function time(label: string, ask: (round: number) => Promise<unknown>): Promise<ReadFigure> {
  await ask(0);
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const start = performance.now();
    await ask(round);
    times.push(performance.now() - start);
  }
  return { label, p50: median(times), p95: percentile(times, 0.95) };
}
