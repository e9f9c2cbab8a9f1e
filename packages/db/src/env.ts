import path from 'node:path';
import { z } from 'zod';

const settings = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  DATABASE_POOL: z.coerce.number().int().min(1).max(500).default(16),
  DATABASE_PREPARED: z.enum(['on', 'off']).default('on'),
  DATABASE_STATEMENT_TIMEOUT: z.coerce.number().int().min(100).max(600_000).default(15_000),
  DATA_DIR: z.string().min(1).default('./data'),
});

const remedies: Record<keyof z.infer<typeof settings>, string> = {
  DATABASE_URL:
    'DATABASE_URL must look like postgresql://user:password@host:5432/database. Mend it, or leave it out to use the built-in database.',
  DATABASE_POOL: 'DATABASE_POOL must be a whole number from 1 to 500: how many connections one process may hold.',
  DATABASE_PREPARED:
    'DATABASE_PREPARED must be "on", or "off" behind a pooler in transaction mode that keeps no prepared statements.',
  DATABASE_STATEMENT_TIMEOUT: 'DATABASE_STATEMENT_TIMEOUT must be milliseconds from 100 to 600000.',
  DATA_DIR: 'DATA_DIR must name a folder. Mend it, or leave it out to use ./data.',
};

export interface DbEnv {
  databaseUrl: string | undefined;
  /** Most connections of one process. */
  poolSize: number;
  /** Off behind a pooler in transaction mode that keeps no prepared statements. */
  preparedStatements: boolean;
  /** Milliseconds after which the database gives up a statement. */
  statementTimeout: number;
  /** Absolute path. */
  dataDir: string;
}

/** The database's settings from the environment. A wrong one throws an Error whose text says how to mend it. */
export function dbEnv(source: NodeJS.ProcessEnv = process.env): DbEnv {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const result = settings.safeParse(given);
  if (!result.success) {
    const wrong = new Set(result.error.issues.map((issue) => issue.path[0]));
    const sentences = settings.keyof().options.filter((name) => wrong.has(name));
    throw new Error(sentences.map((name) => remedies[name]).join(' '));
  }
  const { data } = result;
  return {
    databaseUrl: data.DATABASE_URL,
    poolSize: data.DATABASE_POOL,
    preparedStatements: data.DATABASE_PREPARED === 'on',
    statementTimeout: data.DATABASE_STATEMENT_TIMEOUT,
    dataDir: path.resolve(data.DATA_DIR),
  };
}

/** The environment for Postgres' own programs: without PG*, which would point them elsewhere, and with messages in English. */
export function programEnvironment(source: NodeJS.ProcessEnv = process.env): NodeJS.ProcessEnv {
  const env = { ...source, LC_ALL: 'C' };
  for (const name of Object.keys(env)) {
    if (/^(PG|LANG)/.test(name)) Reflect.deleteProperty(env, name);
  }
  return env;
}
