import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const contents = z.record(z.string(), z.string());

/** Where an installation without settings keeps the secrets that it made for itself. */
export function secretsPath(dataDir: string): string {
  return path.join(dataDir, 'secrets.json');
}

function read(file: string): Record<string, string> {
  if (!existsSync(file)) return {};
  try {
    return contents.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    throw new Error(`${file} is damaged: restore it from a backup, or the data beside it cannot be opened.`);
  }
}

/**
 * The secret of that name from data/secrets.json, made (32 random bytes, base64url) and kept there at the first call.
 * The file is readable by its owner alone and is replaced whole, never half.
 */
export function keptSecret(dataDir: string, name: string): string {
  const file = secretsPath(dataDir);
  const secrets = read(file);
  const known = secrets[name];
  if (known) return known;
  const made = randomBytes(32).toString('base64url');
  mkdirSync(dataDir, { recursive: true });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify({ ...secrets, [name]: made }, null, 2)}\n`, { mode: 0o600 });
  renameSync(draft, file);
  return made;
}
