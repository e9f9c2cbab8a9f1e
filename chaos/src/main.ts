import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startDurableDatabase } from '@parley/db/testing/durable-database';
import { type ChaosOptions, FULL_SIZE } from './plan/chaos-options.ts';
import { reportOf } from './report/print-report.ts';
import { surroundings } from './report/surroundings.ts';
import { type ChaosResult, runChaos } from './run-chaos.ts';

const say = (line: string) => console.log(line);

/** Kept only when something is wrong, for whoever wants to know what. */
function keepHistory({ history }: ChaosResult): string {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'parley-chaos-history-')), 'history.json');
  writeFileSync(file, JSON.stringify(history));
  return file;
}

async function main(): Promise<void> {
  const database = await startDurableDatabase('parley-chaos-');
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void database.stop().finally(() => process.exit(130)));
  }
  try {
    const seed = Number(process.env.CHAOS_SEED ?? Date.now() % 1_000_000);
    const options: ChaosOptions = { ...FULL_SIZE, seed, product: 'built', databaseUrl: database.url, say };
    say(
      `\n  Chaos with CHAOS_SEED=${seed}: ${options.messages} messages in about ${Math.round(options.messages / options.rate)} s`,
    );
    const result = await runChaos(options);
    for (const line of reportOf(options, result, await surroundings())) say(line);
    const good = result.violations.length === 0 && result.crashes.length === 0 && result.caughtUpMs !== null;
    if (good) return;
    say(`The whole history: ${keepHistory(result)}`);
    process.exitCode = 1;
  } finally {
    await database.stop();
  }
}

await main();
