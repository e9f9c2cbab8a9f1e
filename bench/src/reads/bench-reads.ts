import { searchMessages } from '@parley/api/search/search-messages';
import { closeRealtime, realtime } from '@parley/realtime/realtime';
import { percentile } from '../report/percentile.ts';
import { callerOf } from '../scene/caller-of.ts';
import { insertChannels, insertCompany } from '../scene/company.ts';
import { startDurableDatabase } from '../scene/durable-database.ts';
import { fillMessages } from './fill-messages.ts';

const MESSAGES = 1_000_000;
const ROUNDS = 20;
const TARGET_MS = 100;

const queries: ReadonlyArray<readonly [string, string]> = [
  ['a very common word', 'the'],
  ['a common word', 'deploy'],
  ['another form of a word', 'servers'],
  ['a rare word', 'xylophone'],
  ['several words', 'release customer'],
  ['a part of a word', 'ploymen'],
  ['spelled wrong', 'xylofone'],
  ['Chinese', '搜索'],
  ['Russian', 'сообщения'],
  ['a name from code', 'getUserName(ctx_id)'],
  ['an address', 'git.example.com/org/repo/pull/4711'],
  ['with operators', 'deploy has:link before:today -server'],
  ['nothing like it', 'qqqqqq'],
];

const say = (line: string): void => console.log(line);

async function main(): Promise<void> {
  const database = await startDurableDatabase();
  try {
    say(`\n  Filling ${MESSAGES.toLocaleString('en')} messages; this takes some two minutes.`);
    const company = await insertCompany(50);
    const channelIds = await insertChannels(company, 40);
    await fillMessages({ url: database.url, company, channelIds, messages: MESSAGES });
    const { workspaceId, people } = company;
    const ctx = { caller: callerOf(people[0]?.id ?? ''), realtime: realtime() };
    say('\n| search | p50 ms | p95 ms | under 100 |\n| --- | --- | --- | --- |');
    for (const [name, q] of queries) {
      const times: number[] = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        const start = performance.now();
        await searchMessages(ctx, { workspaceId, q, limit: 20, sort: round % 2 === 0 ? 'RELEVANCE' : 'NEWEST' });
        times.push(performance.now() - start);
      }
      const [p50, p95] = [percentile(times, 0.5), percentile(times, 0.95)];
      say(`| ${name} | ${p50.toFixed(0)} | ${p95.toFixed(0)} | ${p95 < TARGET_MS ? 'yes' : '**no**'} |`);
    }
  } finally {
    await closeRealtime();
    await database.stop();
  }
}

await main();
