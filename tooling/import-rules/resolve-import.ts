import { createRequire, isBuiltin } from 'node:module';
import path from 'node:path';

/** Where an import leads: a file of ours (its path from the root), a package of others, or nowhere. */
export type Target = { readonly ours: string } | { readonly theirs: string } | { readonly missing: true };

/** Finds what `specifier` means in `file`, by Node's own resolution and the web app's `@/`. */
export function resolveImport(root: string, file: string, specifier: string): Target {
  if (isBuiltin(specifier)) return { theirs: specifier.startsWith('node:') ? specifier : `node:${specifier}` };
  if (!/^(\.|@\/|@parley\/)/.test(specifier)) return { theirs: specifier };
  const wanted = specifier.startsWith('@/') ? path.join(root, 'apps/web/src', specifier.slice(2)) : specifier;
  try {
    const found = createRequire(path.join(root, file)).resolve(wanted);
    return { ours: path.relative(root, found).replaceAll(path.sep, '/') };
  } catch {
    return { missing: true };
  }
}
