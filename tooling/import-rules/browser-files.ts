import { holds } from './globs.ts';
import type { Source } from './read-source.ts';
import { browserRow, tests, webServer } from './table.ts';

/**
 * The files of the web app that run in the browser: `use client` files, the rooms that are the browser's by name, and
 * whatever values those import from the app, up to a `use server` file or a room of the server.
 */
export function findBrowserFiles(sources: ReadonlyMap<string, Source>): Set<string> {
  const queue = [...sources.values()].filter(
    ({ file, directives }) =>
      inWeb(file) && !holds(tests, file) && (directives.includes('use client') || holds(browserRow.files, file)),
  );
  const found = new Set<string>();
  for (let source = queue.pop(); source; source = queue.pop()) {
    if (found.has(source.file) || source.directives.includes('use server') || holds(webServer, source.file)) continue;
    found.add(source.file);
    for (const { typeOnly, target } of source.imports) {
      const next = 'ours' in target && !typeOnly ? sources.get(target.ours) : undefined;
      if (next && inWeb(next.file)) queue.push(next);
    }
  }
  return found;
}

const inWeb = (file: string) => file.startsWith('apps/web/src/');
