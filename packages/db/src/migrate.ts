import { dbEnv } from './env.ts';
import { deploy } from './migrations/deploy.ts';
import { diffDatabase, diffMigrations } from './migrations/diff.ts';
import { writeMigration } from './migrations/write-migration.ts';
import { startScratchServer } from './postgres/scratch-server.ts';

const USAGE = `Usage: migrate deploy       apply what is missing to DATABASE_URL
       migrate diff         does DATABASE_URL, and do the migrations, say what schema.prisma says? Exit 2 when not
       migrate new <name>   write the migration from the migrations so far to schema.prisma`;

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

function databaseUrl(): string {
  const url = dbEnv().databaseUrl;
  if (!url) throw new Error('Set DATABASE_URL=postgresql://user:password@host:5432/database first.');
  return url;
}

/** Gives `work` a throw-away server: comparing migrations needs a database, but nobody's data. */
async function withScratchServer<T>(work: (url: string) => Promise<T>): Promise<T> {
  const server = await startScratchServer();
  try {
    return await work(server.url());
  } finally {
    await server.stop();
  }
}

async function reportDiff(): Promise<number> {
  const missing = await withScratchServer(diffMigrations);
  if (missing.differs) say(`The migrations lack what schema.prisma says:\n${missing.sql}`);
  const url = dbEnv().databaseUrl;
  const drift = url ? await diffDatabase(url) : { differs: false, sql: '' };
  if (drift.differs) say(`The database is not what schema.prisma says; this would mend it:\n${drift.sql}`);
  if (!missing.differs && !drift.differs) say('No difference.');
  return missing.differs || drift.differs ? 2 : 0;
}

async function main([command, name]: string[]): Promise<number> {
  if (command === 'deploy') {
    const { applied } = await deploy(databaseUrl());
    say(applied.length > 0 ? `Applied ${applied.join(', ')}.` : 'Nothing to apply.');
    return 0;
  }
  if (command === 'diff') return reportDiff();
  if (command === 'new' && name) {
    const file = await withScratchServer((url) => writeMigration(url, name));
    say(file ? `Wrote ${file}: read it, and say in its head how to roll it back.` : 'Nothing changed.');
    return 0;
  }
  say(USAGE);
  return 1;
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  },
);
