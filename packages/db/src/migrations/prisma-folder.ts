import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { MigrationList } from '@prisma/schema-engine-wasm';

const FOLDER = path.join('packages', 'db', 'prisma');

/** The folder that holds schema.prisma and the migrations, found from here upwards: the code may run from a bundle. */
export function prismaFolder(from = import.meta.dirname): string {
  const candidate = path.join(from, FOLDER);
  if (existsSync(path.join(candidate, 'schema.prisma'))) return candidate;
  const parent = path.dirname(from);
  if (parent === from) throw new Error(`The folder ${FOLDER} is missing beside this program: install Parley again.`);
  return prismaFolder(parent);
}

/** Path and text of schema.prisma. */
export function readSchema(folder = prismaFolder()): { path: string; content: string } {
  const file = path.join(folder, 'schema.prisma');
  return { path: file, content: readFileSync(file, 'utf8') };
}

/** Every migration of the code, oldest first, as the schema engine wants them. */
export function readMigrations(folder = prismaFolder()): MigrationList {
  const baseDir = path.join(folder, 'migrations');
  const names = existsSync(baseDir)
    ? readdirSync(baseDir, { withFileTypes: true }).filter((entry) => entry.isDirectory())
    : [];
  return {
    baseDir,
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
    shadowDbInitScript: '',
    migrationDirectories: names
      .map((entry) => entry.name)
      .sort()
      .map((name) => ({
        path: name,
        migrationFile: {
          path: 'migration.sql',
          content: { tag: 'ok', value: readFileSync(path.join(baseDir, name, 'migration.sql'), 'utf8') },
        },
      })),
  };
}
