import { startIndexing } from '@parley/api/search/index-tail';
import { startDurableDatabase } from '@parley/db/testing/durable-database';
import { closeRealtime } from '@parley/realtime/realtime';
import { startRedis } from '@parley/realtime/test/redis-server';
import { benchFanOut } from './fan-out/bench-fan-out.ts';
import { HttpSender } from './process/http-sender.ts';
import { startSocketServer } from './process/start-socket-server.ts';
import { startWeb } from './process/start-web.ts';
import { benchReads } from './reads/bench-reads.ts';
import { surroundings } from './report/surroundings.ts';
import { fanOutTables, readTables, sendTables, targetTables } from './report/tables.ts';
import { judgeFanOut, judgeReads, judgeSends, type Target } from './report/targets.ts';
import { benchSends } from './sends/bench-sends.ts';

const SUBSCRIBERS = [100, 1_000, 5_000];

const say = (line: string): void => console.log(line);

/** What can be measured here, alone (`npm run bench -- sends`) or all in turn. */
const PARTS = ['sends', 'fan-out', 'reads'] as const;
type Part = (typeof PARTS)[number];

interface Backends {
  readonly databaseUrl: string;
  readonly redisUrl: string;
}

function askedParts(): readonly Part[] {
  const asked = process.argv.slice(2);
  const unknown = asked.find((name) => !PARTS.some((part) => part === name));
  if (unknown !== undefined) throw new Error(`There is no part "${unknown}" to measure. Say ${PARTS.join(' or ')}.`);
  return asked.length === 0 ? PARTS : PARTS.filter((part) => asked.includes(part));
}

/** Prints each table as soon as it is measured, so that a part that breaks takes no other along. */
function print(lines: readonly string[]): void {
  for (const line of ['', ...lines, '']) say(line);
}

async function measureSends(backends: Backends): Promise<Target[]> {
  return withSender(backends, (sender) => compareSends(backends, sender));
}

async function compareSends(backends: Backends, sender: HttpSender): Promise<Target[]> {
  const sockets = await startSocketServer(backends);
  // What the product's worker does meanwhile costs the same database.
  const stopIndexing = startIndexing((error) => console.error(error));
  try {
    const sends = await benchSends({ sender, socketPort: sockets.port, say });
    print(sendTables(sends));
    return judgeSends(sends);
  } finally {
    await stopIndexing();
    await sockets.child.stop();
  }
}

async function measureFanOut(backends: Backends): Promise<Target[]> {
  const fanOut = await withSender(backends, (sender) =>
    benchFanOut({ subscribers: SUBSCRIBERS, ...backends, sender, say }),
  );
  print(fanOutTables(fanOut));
  return judgeFanOut(fanOut);
}

async function measureReads(backends: Backends): Promise<Target[]> {
  const reads = await benchReads({ ...backends, say });
  print(readTables(reads));
  return judgeReads(reads);
}

/** Gives a web app and somebody who sends through it, for as long as something is measured. */
async function withSender<Figures>(
  backends: Backends,
  measure: (sender: HttpSender) => Promise<Figures>,
): Promise<Figures> {
  const web = await startWeb(backends);
  const sender = new HttpSender(web.port);
  try {
    return await measure(sender);
  } finally {
    sender.close();
    await web.child.stop();
  }
}

interface Measured {
  readonly targets: Target[];
  readonly surroundings: string[];
}

/** Measures a part on a database of its own: what another one left there is no load of this one. */
async function measurePart(part: Part, redisUrl: string): Promise<Measured> {
  const measures = { sends: measureSends, 'fan-out': measureFanOut, reads: measureReads };
  const database = await startDurableDatabase('parley-bench-');
  stopDatabase = database.stop;
  try {
    const targets = await measures[part]({ databaseUrl: database.url, redisUrl });
    return { targets, surroundings: await surroundings() };
  } finally {
    await closeRealtime();
    await database.stop();
    stopDatabase = nothing;
  }
}

const nothing = async (): Promise<void> => undefined;
let stopDatabase = nothing;

async function main(): Promise<void> {
  const parts = askedParts();
  const redis = await startRedis();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    const tidyUp = async (): Promise<void> => {
      await closeRealtime();
      await redis.remove();
      await stopDatabase();
    };
    process.once(signal, () => void tidyUp().finally(() => process.exit(130)));
  }
  try {
    say('\n  Measuring; this takes some minutes, on a machine that does nothing else.');
    const measured: Measured[] = [];
    for (const part of parts) measured.push(await measurePart(part, redis.url));
    const targets = measured.flatMap((one) => one.targets);
    print([...targetTables(targets), '', ...(measured.at(-1)?.surroundings ?? [])]);
  } finally {
    await redis.remove();
  }
}

await main();
