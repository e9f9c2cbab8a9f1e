import { pool } from '@parley/db/pool';
import { z } from 'zod';

const tableNames = z.array(z.object({ name: z.string() }));
const tables = `SELECT format('%I', tablename) AS name FROM pg_tables WHERE schemaname = 'public' AND tablename NOT LIKE '\\_%'
  ORDER BY tablename`;

/** What any call moves on, by the minute. */
const touched = ['lastActiveAt', 'expires'];

const fingerprints = z.array(z.object({ name: z.string(), print: z.string() }));
let statement: string | null = null;

async function printStatement(): Promise<string> {
  const names = tableNames.parse((await pool().query(tables)).rows);
  const prints = names.map(
    ({ name }) => `SELECT '${name.replaceAll('"', '')}' AS name,
      count(*) || ' ' || coalesce(sum(hashtextextended((to_jsonb(t) - $1::text[])::text, 0)), 0) AS print FROM ${name} t`,
  );
  return prints.join(' UNION ALL ');
}

/** What stands in each table of the database, in a word by table: equal as long as nothing was written. */
export async function fingerprint(): Promise<Record<string, string>> {
  statement ??= await printStatement();
  const rows = fingerprints.parse((await pool().query(statement, [touched])).rows);
  return Object.fromEntries(rows.map(({ name, print }) => [name, print]));
}
