import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/longest-first.ts';

const places = '{packages,apps,tooling,scripts,bench,chaos}';
const unit = `${places}/**/*.unit.test.{ts,tsx,mjs}`;
const all = `${places}/**/*.test.{ts,tsx,mjs}`;
const withPostgres = '{packages/{api,auth,db,jobs},apps,bench,chaos}/**/*.test.{ts,tsx,mjs}';
const never = ['**/node_modules/**', '**/.next/**', '**/dist/**'];

/**
 * `unit` needs no service and is part of `npm run verify`. `postgres` shares one server, from which each file that asks
 * gets a database of its own; whoever runs none of its files does not start it. `service` starts what it needs itself.
 */
export default defineConfig({
  test: {
    environment: 'node',
    pool: 'forks',
    // A file costs a second to load what it tests, and ten milliseconds where another has loaded it: whatever is kept in a
    // module must therefore be made anew by whoever needs it new.
    isolate: false,
    setupFiles: ['./test/as-before.ts'],
    sequence: { sequencer: LongestFirst },
    // More than most machines' cores: a test waits for a database half of its time.
    maxWorkers: 3,
    env: { LOG_LEVEL: process.env.LOG_LEVEL ?? 'silent', AUTH_SECRET: 'a secret of the tests alone, 40 letters long' },
    projects: [
      { extends: true, test: { name: 'unit', include: [unit], exclude: never, ...patient() } },
      {
        extends: true,
        test: { name: 'service', include: [all], exclude: [...never, unit, withPostgres], ...patient() },
      },
      {
        extends: true,
        test: {
          name: 'postgres',
          include: [withPostgres],
          exclude: [...never, unit],
          globalSetup: ['./test/global-setup.ts'],
          ...patient(),
        },
      },
    ],
  },
});

/** Real servers on a busy machine may take their time. */
function patient() {
  return { testTimeout: 30_000, hookTimeout: 60_000, retry: process.env.CI ? 1 : 0 };
}
