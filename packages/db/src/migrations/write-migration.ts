import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { diffMigrations } from './diff.ts';
import { prismaFolder } from './prisma-folder.ts';

const HEAD = `-- What: 
-- Old and new code both run during it: 
-- Roll back: 

`;

/**
 * Writes the migration that brings the migrations so far to schema.prisma, and answers its path; undefined when they say
 * the same already. `url` is any database where one may be created and dropped.
 */
export async function writeMigration(url: string, name: string): Promise<string | undefined> {
  if (!/^[a-z][a-z0-9_]*$/.test(name))
    throw new Error('Name the migration in lower case letters, digits and underscores.');
  const { differs, sql } = await diffMigrations(url);
  if (!differs) return undefined;
  const stamp = new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14);
  const folder = path.join(prismaFolder(), 'migrations', `${stamp}_${name}`);
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, 'migration.sql');
  writeFileSync(file, HEAD + sql);
  return file;
}
