import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { at, root, stampFolder } from './places.mjs';

const skipped = new Set(['node_modules', '.next', 'dist', 'generated', '.cache', '.turbo', 'coverage', 'test-results']);
const irrelevant = /\.(test|spec)\.[mc]?[jt]sx?$|\.tsbuildinfo$|^next-env\.d\.ts$/;

function filesBelow(entry) {
  if (!existsSync(entry)) return [];
  if (statSync(entry).isFile()) return [entry];
  return readdirSync(entry, { withFileTypes: true })
    .filter(({ name }) => !skipped.has(name) && !irrelevant.test(name))
    .flatMap((child) => {
      const full = path.join(entry, child.name);
      return child.isDirectory() ? filesBelow(full) : [full];
    });
}

/** One hash over the names and contents of files and whole folders (paths inside `folder`), and over `words`. */
export function contentHash(entries, words = [], folder = root) {
  const hash = createHash('sha256');
  for (const file of entries.flatMap((entry) => filesBelow(path.join(folder, entry))).sort()) {
    hash.update(`${path.relative(folder, file)}\0`);
    hash.update(readFileSync(file));
    hash.update('\0');
  }
  for (const word of words) hash.update(`${word}\0`);
  return hash.digest('hex');
}

function stampFile(step) {
  return path.join(stampFolder, `${step}.stamp`);
}

/** Was the step done for exactly this, and is what it made still there? */
export function isDone(step, hash, outputs) {
  const file = stampFile(step);
  return outputs.every((output) => existsSync(at(output))) && existsSync(file) && readFileSync(file, 'utf8') === hash;
}

/** Remembers what the step was done for. */
export function markDone(step, hash) {
  mkdirSync(stampFolder, { recursive: true });
  writeFileSync(stampFile(step), hash);
}
