import path from 'node:path';

/** The repository. */
export const root = path.resolve(import.meta.dirname, '..', '..');

/** Where steps remember what they were done for. It goes with node_modules, so a fresh install redoes them. */
export const stampFolder = path.join(root, 'node_modules', '.cache', 'parley');

/** A path inside the repository. */
export function at(...parts) {
  return path.join(root, ...parts);
}
