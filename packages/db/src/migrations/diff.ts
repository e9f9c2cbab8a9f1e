import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type { DiffTarget } from '@prisma/schema-engine-wasm';
import pg from 'pg';
import { engineAdapter } from './engine-adapter.ts';
import { readMigrations, readSchema } from './prisma-folder.ts';
import { type EngineDoors, filters, schemaEngine } from './schema-engine.ts';

export interface Difference {
  /** True when what is compared does not say the same. */
  differs: boolean;
  /** SQL that would bring the first to the second. */
  sql: string;
}

async function connected(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, application_name: 'parley-migrate' });
  client.on('error', () => {});
  await client.connect();
  return client;
}

function databaseAt(url: string, name: string): string {
  const target = new URL(url);
  target.pathname = `/${name}`;
  return target.toString();
}

/** Opens connections for the engine, and a throw-away database for it to replay the migrations in. */
function doorsTo(url: string): EngineDoors & { close: () => Promise<void> } {
  const clients: pg.Client[] = [];
  const shadows: string[] = [];
  const open = async (target: string) => {
    const client = await connected(target);
    clients.push(client);
    return client;
  };
  return {
    connect: async () => engineAdapter(await open(url)),
    connectToShadowDb: async () => {
      const name = `parley_shadow_${randomUUID().replaceAll('-', '')}`;
      const admin = await open(url);
      await admin.query(`CREATE DATABASE "${name}" TEMPLATE template0`);
      shadows.push(name);
      return engineAdapter(await open(databaseAt(url, name)));
    },
    close: async () => {
      await Promise.all(clients.map((client) => client.end()));
      if (shadows.length === 0) return;
      const admin = await connected(url);
      for (const name of shadows) await admin.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
      await admin.end();
    },
  };
}

async function compare(url: string, from: DiffTarget, to: DiffTarget): Promise<Difference> {
  const doors = doorsTo(url);
  try {
    const engine = await schemaEngine(doors);
    const { exitCode, stdout } = await engine.diff({ from, to, script: true, exitCode: true, filters });
    return { differs: exitCode !== 0, sql: stdout ?? '' };
  } finally {
    await doors.close();
  }
}

function schemaTarget(): DiffTarget {
  return { tag: 'schemaDatamodel', files: [readSchema()] };
}

/** Whatever the engine is connected to. */
function databaseTarget(): DiffTarget {
  const schema = readSchema();
  return { tag: 'schemaDatasource', files: [schema], configDir: path.dirname(schema.path) };
}

function migrationsTarget(): DiffTarget {
  const list = readMigrations();
  return list.migrationDirectories.length > 0 ? { tag: 'migrations', ...list } : { tag: 'empty' };
}

/** What schema.prisma says beyond the migrations. `url` is any database where one may be created and dropped. */
export function diffMigrations(url: string): Promise<Difference> {
  return compare(url, migrationsTarget(), schemaTarget());
}

/** What schema.prisma says that the database at `url` does not: drift. The history table of the migrations is left aside. */
export function diffDatabase(url: string): Promise<Difference> {
  return compare(url, databaseTarget(), schemaTarget());
}
