import { setTimeout } from 'node:timers/promises';
import type { MigrationList } from '@prisma/schema-engine-wasm';
import pg from 'pg';
import { engineAdapter } from './engine-adapter.ts';
import { readMigrations } from './prisma-folder.ts';
import { filters, schemaEngine } from './schema-engine.ts';
import { clearUnfinished, inParts } from './standing-alone.ts';

/** Any number, the same in every Parley: two servers that start together migrate one after the other. */
const LOCK_KEY = 7_236_401;
const LOCK_LIMIT_MS = 120_000;
const LOCK_PAUSE_MS = 100;
/** The engine's word for tables without a history of migrations. */
const NOT_EMPTY = 'P3005';

export interface Deployed {
  /** Names of the migrations that this call applied, oldest first. */
  applied: string[];
}

interface Recorded {
  migration_name: string;
}

/** Asks again and again: who waited inside a statement would hold a snapshot that CREATE INDEX CONCURRENTLY waits for. */
async function lock(client: pg.Client): Promise<void> {
  const end = Date.now() + LOCK_LIMIT_MS;
  while (Date.now() < end) {
    const { rows } = await client.query<{ ours: boolean }>('SELECT pg_try_advisory_lock($1) AS ours', [LOCK_KEY]);
    if (rows[0]?.ours) return;
    await setTimeout(LOCK_PAUSE_MS);
  }
  throw new Error(
    'Another Parley has been changing this database for two minutes: wait until it is done, then start again.',
  );
}

async function recorded(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ present: boolean }>(
    `SELECT to_regclass('"_prisma_migrations"') IS NOT NULL AS present`,
  );
  if (!rows[0]?.present) return [];
  const history = await client.query<Recorded>(
    'SELECT migration_name FROM "_prisma_migrations" WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY 1',
  );
  return history.rows.map((row) => row.migration_name);
}

function pending(list: MigrationList, done: string[]): MigrationList['migrationDirectories'] {
  const known = new Set(list.migrationDirectories.map((migration) => migration.path));
  const foreign = done.filter((name) => !known.has(name));
  if (foreign.length > 0) {
    throw new Error(
      `The database is newer than this Parley (it has ${foreign.join(', ')}): install the Parley that made it, or restore the backup from before the upgrade.`,
    );
  }
  return list.migrationDirectories.filter((migration) => !done.includes(migration.path));
}

function explain(error: unknown): Error {
  if (error instanceof Error && 'code' in error && error.code === NOT_EMPTY) {
    return new Error("The database holds tables that are not Parley's: point DATABASE_URL to an empty database.");
  }
  const reason = error instanceof Error ? error.message : String(error);
  return new Error(`The database could not be brought up to date, and what failed was undone: ${reason}`, {
    cause: error,
  });
}

async function apply(client: pg.Client, list: MigrationList): Promise<string[]> {
  const doors = {
    connect: async () => engineAdapter(client),
    connectToShadowDb: () => Promise.reject(new Error('Applying migrations needs no second database.')),
  };
  const engine = await schemaEngine(doors);
  const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList: list, filters });
  return appliedMigrationNames;
}

async function applyWhole(client: pg.Client, list: MigrationList): Promise<string[]> {
  await client.query('BEGIN');
  try {
    const names = await apply(client, list);
    await client.query('COMMIT');
    return names;
  } catch (error) {
    await client.query('ROLLBACK');
    throw explain(error);
  }
}

async function applyAlone(client: pg.Client, list: MigrationList): Promise<string[]> {
  try {
    return await apply(client, list);
  } catch (error) {
    throw explain(error);
  }
}

/**
 * Brings the database up to the code's migrations and answers which were new: all or none of those between two indexes
 * that are built CONCURRENTLY, which stand alone; one that was interrupted is built anew. Servers that start at
 * once wait for each other. A database that knows migrations this code does not throws a sentence; so does a failing one.
 */
export async function deploy(url: string): Promise<Deployed> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 10_000,
    application_name: 'parley-migrate',
  });
  client.on('error', () => {});
  await client.connect();
  try {
    await lock(client);
    const list = readMigrations();
    const todo = pending(list, await recorded(client));
    const applied: string[] = [];
    for (const part of inParts(list, todo)) {
      if (part.alone) await clearUnfinished(client, part.alone);
      applied.push(...(part.alone ? await applyAlone(client, part.list) : await applyWhole(client, part.list)));
    }
    return { applied };
  } finally {
    await client.end();
  }
}
