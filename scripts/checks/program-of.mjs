import { readFileSync } from 'node:fs';
import path from 'node:path';
import { at } from '../setup/places.mjs';

/** The Node script behind a program that an installed package brings. */
export function programOf(packageName, program) {
  const folder = at('node_modules', packageName);
  const { bin } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  return path.join(folder, typeof bin === 'string' ? bin : bin[program]);
}
