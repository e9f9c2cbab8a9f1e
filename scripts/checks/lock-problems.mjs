/** Where npm would find `name` for the package at `from` (a key of the lock file's `packages`); undefined when nowhere. */
function findEntry(packages, from, name) {
  for (let folder = from; ; folder = parentOf(folder)) {
    const key = folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`;
    if (packages[key]) return key;
    if (folder === '') return undefined;
  }
}

/** `packages/db/node_modules/pg` stands in `packages/db`, which stands in the root. */
function parentOf(folder) {
  const at = folder.lastIndexOf('node_modules/');
  return at <= 0 ? '' : folder.slice(0, at - 1);
}

/** Optional parts that the registry does not hold for each system, and that their package does without. */
const dispensable = new Set(['msgpackr-extract']);

/**
 * What is wrong with a parsed package-lock.json. npm silently leaves out the optional packages of other systems that it
 * could not find, and the lock then fails, or lacks a compiler, on those systems.
 */
export function lockProblems(lock) {
  const entries = Object.entries(lock.packages ?? {});
  if (entries.length < 2) return ['package-lock.json lists no packages'];
  const missing = entries
    .filter(([key]) => !dispensable.has(key.split('node_modules/').at(-1)))
    .flatMap(([key, { optionalDependencies = {}, version }]) =>
      Object.keys(optionalDependencies)
        .filter((name) => !findEntry(lock.packages, key, name))
        .map((name) => `${name}, an optional part of ${key} ${version}, has no entry: pin a version that is complete`),
    );
  const hosts = entries
    .filter(([, { resolved }]) => resolved?.startsWith('http'))
    .map(([key]) => `${key} names the host it was downloaded from: set omit-lockfile-registry-resolved=true`);
  return [...missing, ...hosts];
}
