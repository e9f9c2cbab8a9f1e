import pg from 'pg';
import { expect, test, vi } from 'vitest';
import { cloneDatabase } from '../testing/clone-database.ts';
import { testServerUrl } from '../testing/test-database.ts';
import { deploy } from './deploy.ts';
import { diffDatabase, diffMigrations } from './diff.ts';
import { readMigrations } from './prisma-folder.ts';

vi.setConfig({ testTimeout: 60_000 });

async function withDatabase(work: (url: string, client: pg.Client) => Promise<void>): Promise<void> {
  const database = await cloneDatabase(testServerUrl(), { migrated: false });
  const client = new pg.Client({ connectionString: database.url });
  client.on('error', () => {});
  await client.connect();
  try {
    await work(database.url, client);
  } finally {
    await client.end();
    await database.drop();
  }
}

const names = readMigrations().migrationDirectories.map((migration) => migration.path);

test('an empty database gets every migration, and a second deploy does nothing', () =>
  withDatabase(async (url, client) => {
    expect(await deploy(url)).toEqual({ applied: names });
    expect(await deploy(url)).toEqual({ applied: [] });
    const { rows } = await client.query('SELECT migration_name FROM "_prisma_migrations" ORDER BY 1');
    expect(rows.map((row: { migration_name: string }) => row.migration_name)).toEqual(names);
  }));

test('servers that start together migrate once', () =>
  withDatabase(async (url) => {
    const answers = await Promise.all([deploy(url), deploy(url), deploy(url)]);
    expect(answers.flatMap((answer) => answer.applied)).toEqual(names);
  }));

test('the migrations say what the schema says', async () => {
  expect(await diffMigrations(testServerUrl())).toMatchObject({ differs: false });
});

test('a migrated database has no drift, and a changed one is noticed', () =>
  withDatabase(async (url, client) => {
    await deploy(url);
    expect(await diffDatabase(url)).toMatchObject({ differs: false });
    await client.query('ALTER TABLE "Workspace" DROP COLUMN "iconUrl"');
    const drift = await diffDatabase(url);
    expect(drift.differs).toBe(true);
    expect(drift.sql).toContain('"iconUrl"');
  }));

test('an index whose building was interrupted is built anew', () =>
  withDatabase(async (url, client) => {
    await deploy(url);
    const name = names.find((migration) => migration.endsWith('_search_time'));
    await client.query('UPDATE "_prisma_migrations" SET finished_at = NULL WHERE migration_name = $1', [name]);
    await client.query(`UPDATE pg_index SET indisvalid = false WHERE indexrelid = '"Message_createdAt_idx"'::regclass`);
    expect(await deploy(url)).toEqual({ applied: [name] });
    const { rows } = await client.query(
      `SELECT indisvalid FROM pg_index WHERE indexrelid = '"Message_createdAt_idx"'::regclass`,
    );
    expect(rows).toEqual([{ indisvalid: true }]);
  }));

test('a database newer than the code is refused with a sentence', () =>
  withDatabase(async (url, client) => {
    await deploy(url);
    await client.query(`INSERT INTO "_prisma_migrations" (id, checksum, migration_name, finished_at)
      VALUES ('x', 'x', '29990101000000_from_the_future', now())`);
    await expect(deploy(url)).rejects.toThrow(/newer than this Parley \(it has 29990101000000_from_the_future\)/);
  }));

test('a database with other tables in it is refused and left as it was', () =>
  withDatabase(async (url, client) => {
    await client.query('CREATE TABLE "Workspace" (id int)');
    await expect(deploy(url)).rejects.toThrow(/not Parley's: point DATABASE_URL to an empty database/);
    const { rows } = await client.query(`SELECT tablename FROM pg_tables WHERE schemaname = 'public'`);
    expect(rows).toEqual([{ tablename: 'Workspace' }]);
    await client.query('DROP TABLE "Workspace"');
    expect(await deploy(url)).toEqual({ applied: names });
  }));
