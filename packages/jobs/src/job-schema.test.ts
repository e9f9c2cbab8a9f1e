import { randomUUID } from 'node:crypto';
import { deploy } from '@parley/db/migrations/deploy';
import { cloneDatabase } from '@parley/db/testing/clone-database';
import { testServerUrl } from '@parley/db/testing/test-database';
import pg from 'pg';
import PgBoss from 'pg-boss';
import { expect, it } from 'vitest';
import { jobSchema, makeBoss } from './boss.ts';
import { deadLetters, jobNames } from './jobs.ts';

async function withDatabase<T>(migrated: boolean, work: (client: pg.Client, url: string) => Promise<T>): Promise<T> {
  const database = await cloneDatabase(testServerUrl(), { migrated });
  const client = new pg.Client({ connectionString: database.url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client, database.url);
  } finally {
    await client.end();
    await database.drop();
  }
}

/** Everything in the schema, as text: columns, indexes, constraints, functions, and the version that it says it is. */
async function shapeOf(client: pg.Client): Promise<unknown[]> {
  const { rows } = await client.query<Record<string, unknown>>(
    `SELECT 'column' AS kind, c.relname || '.' || a.attname AS name,
      concat_ws(' ', format_type(a.atttypid, a.atttypmod), a.attnotnull, pg_get_expr(d.adbin, d.adrelid)) AS text
    FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid AND c.relkind IN ('r', 'p')
    LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
    WHERE c.relnamespace = $1::text::regnamespace AND a.attnum > 0
    UNION ALL SELECT 'index', indexname, indexdef FROM pg_indexes WHERE schemaname = $1::text
    UNION ALL SELECT 'constraint', conrelid::regclass || '.' || conname, pg_get_constraintdef(oid)
    FROM pg_constraint WHERE connamespace = $1::text::regnamespace
    UNION ALL SELECT 'function', proname, regexp_replace(trim(prosrc), '\\s+', ' ', 'g')
    FROM pg_proc WHERE pronamespace = $1::text::regnamespace
    UNION ALL SELECT 'state', enumlabel, enumsortorder::text
    FROM pg_enum e JOIN pg_type t ON t.oid = e.enumtypid WHERE t.typnamespace = $1::text::regnamespace
    UNION ALL SELECT 'version', version::text, '' FROM ${jobSchema}.version
    ORDER BY 1, 2, 3`,
    [jobSchema],
  );
  return rows;
}

/** Makes the database one from before there were jobs. */
async function forgetJobs(client: pg.Client): Promise<void> {
  await client.query(`DROP SCHEMA ${jobSchema} CASCADE`);
  await client.query(`DELETE FROM "_prisma_migrations" WHERE migration_name LIKE '%\\_jobs'`);
}

it('is what pg-boss would make: after a new pg-boss, write the migration that its getMigrationPlans says', async () => {
  const ours = await withDatabase(true, shapeOf);
  const theirs = await withDatabase(false, async (client) => {
    await client.query(PgBoss.getConstructionPlans(jobSchema));
    const boss = makeBoss(client);
    for (const name of [deadLetters, ...jobNames]) await boss.createQueue(name);
    return shapeOf(client);
  });
  expect(ours.length).toBeGreaterThan(100);
  expect(ours).toEqual(theirs);
});

it('has a queue for each job, which tries again later and ends with the dead letters', async () => {
  const { rows } = await withDatabase(true, (client) =>
    client.query<Record<string, unknown>>(
      `SELECT name, retry_limit > 0 AND retry_backoff AS patient, dead_letter FROM ${jobSchema}.queue ORDER BY name`,
    ),
  );
  const expected = jobNames.map((name) => ({ name, patient: true, dead_letter: deadLetters }));
  const sorted = [...expected, { name: deadLetters, patient: null, dead_letter: null }];
  expect(rows).toEqual(sorted.toSorted((a, b) => (a.name < b.name ? -1 : 1)));
});

it('comes to a database that is older than it', () =>
  withDatabase(true, async (client, url) => {
    const before = await shapeOf(client);
    await forgetJobs(client);
    const { applied } = await deploy(url);
    expect(applied).toEqual([expect.stringMatching(/_jobs$/)]);
    expect(await shapeOf(client)).toEqual(before);
  }));

it('comes to one whose role may make no schema, once somebody made it for that role', () =>
  withDatabase(true, async (client, url) => {
    await forgetJobs(client);
    const role = `limited_${randomUUID().slice(0, 8)}`;
    await client.query(`CREATE ROLE ${role} LOGIN PASSWORD 'limited'`);
    await client.query(`GRANT ALL ON ALL TABLES IN SCHEMA public TO ${role}`);
    const limited = new URL(url);
    Object.assign(limited, { username: role, password: 'limited' });
    try {
      await expect(deploy(limited.toString())).rejects.toThrow(/could not be brought up to date/);
      await client.query(`CREATE SCHEMA ${jobSchema} AUTHORIZATION ${role}`);
      expect((await deploy(limited.toString())).applied).toHaveLength(1);
    } finally {
      await client.query(`DROP OWNED BY ${role} CASCADE`);
      await client.query(`DROP ROLE ${role}`);
    }
  }));
