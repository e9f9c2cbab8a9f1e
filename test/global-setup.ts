import { setUpTestPostgres } from '@parley/db/testing/global-setup';
import type {} from '@parley/db/testing/test-database';
import type { TestProject } from 'vitest/node';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Starts the Postgres that test files share. It also ends when the run is broken off, of which Vitest tells nobody. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const started = setUpTestPostgres(project);
  const tearDown = async () => (await started)();
  const breakOff = () => void tearDown().finally(() => process.exit(130));
  for (const signal of signals) process.once(signal, breakOff);
  await started;
  return tearDown;
}
