import path from 'node:path';
import { expect, test } from 'vitest';
import { dbEnv, programEnvironment } from './env.ts';

const read = (env: Record<string, string>) => dbEnv({ NODE_ENV: 'test', ...env });

test('everything has a default, and an empty setting is none', () => {
  const defaults = {
    databaseUrl: undefined,
    poolSize: 16,
    preparedStatements: true,
    statementTimeout: 15_000,
    dataDir: path.resolve('data'),
  };
  expect(read({})).toEqual(defaults);
  expect(read({ DATABASE_URL: '', DATABASE_POOL: '', DATA_DIR: '' })).toEqual(defaults);
});

test.each([
  ['DATABASE_URL', 'localhost:5432'],
  ['DATABASE_POOL', '0'],
  ['DATABASE_POOL', 'many'],
  ['DATABASE_PREPARED', 'no'],
  ['DATABASE_STATEMENT_TIMEOUT', '5'],
])('%s=%s is refused with a sentence that names it', (name, value) => {
  expect(() => read({ [name]: value })).toThrow(new RegExp(`^${name} must .*\\.$`));
});

test("Postgres' programs do not see what would point them elsewhere", () => {
  const names = Object.keys(
    programEnvironment({ PGHOST: 'x', PGDATA: 'y', LANG: 'tr_TR', PATH: '/bin', NODE_ENV: 'test' }),
  );
  expect(names.toSorted()).toEqual(['LC_ALL', 'NODE_ENV', 'PATH']);
});
