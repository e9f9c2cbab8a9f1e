import type { TestProject } from 'vitest/node';
import { startTestPostgres } from './start-test-postgres.ts';

/** Vitest's global set-up: one Postgres for the whole run, stopped at its end. Test files find it with `createTestDatabase`. */
export async function setUpTestPostgres(project: TestProject): Promise<() => Promise<void>> {
  const server = await startTestPostgres();
  project.provide('testPostgres', server.url);
  return () => server.stop();
}
