import { hydratePostgres, isHydrated } from './hydrate-postgres.mjs';
import { install, isInstalled } from './install.mjs';
import { generatePrisma, isGenerated } from './prisma-generate.mjs';
import { step } from './progress.mjs';

/** Everything that programs and tests need before they can run. Each part is skipped when nothing it depends on changed. */
export async function prepare() {
  await step('Installing packages (the first time takes about a minute)', isInstalled, install);
  await step('Setting up the built-in Postgres', isHydrated, hydratePostgres);
  await step('Generating the database client', isGenerated, generatePrisma);
}
