import { randomUUID } from 'node:crypto';
import pg from 'pg';

/** The migrated, empty database that each test file's own is cloned from. */
export const templateName = 'parley_template';

export interface ClonedDatabase {
  url: string;
  /** Drops it, whoever is still connected. */
  drop: () => Promise<void>;
}

async function onServer(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/** A new database on the test server at `serverUrl`: a clone of its template, or empty with `migrated: false`. */
export async function cloneDatabase(serverUrl: string, { migrated = true } = {}): Promise<ClonedDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const template = migrated ? templateName : 'template0';
  await onServer(serverUrl, `CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY file_copy`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return {
    url: url.toString(),
    drop: () => onServer(serverUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}
