import { existsSync } from 'node:fs';
import path from 'node:path';

/** The folder of the project, found from here upwards: this code runs from its sources and from a bundle. */
export function projectFolder(from = import.meta.dirname): string {
  if (existsSync(path.join(from, 'apps', 'web', 'package.json'))) return from;
  const parent = path.dirname(from);
  if (parent === from) throw new Error('The folder apps/web is missing beside this program: install Parley again.');
  return projectFolder(parent);
}
