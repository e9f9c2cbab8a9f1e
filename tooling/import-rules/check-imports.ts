import { globSync } from 'tinyglobby';
import { findBrowserFiles } from './browser-files.ts';
import { holds } from './globs.ts';
import { judgeImport } from './judge-import.ts';
import { readSource } from './read-source.ts';
import { barrels, browserRow, table } from './table.ts';

export type Report = {
  /** One line for each violation: file, line and what is wrong. */
  readonly problems: readonly string[];
  /** How many files were read. */
  readonly files: number;
};

/** Checks every source file under `root` against the import table. No files at all is a problem too. */
export function checkImports(root: string): Report {
  const files = globSync(['{apps,packages,tooling,scripts,test,e2e,bench,chaos}/**/*.{ts,tsx,mjs}', '*.{ts,mjs}'], {
    cwd: root,
    ignore: ['**/{node_modules,.next,dist,generated,public}/**', '**/*.d.ts'],
  }).sort();
  if (files.length === 0) return { problems: [`${root} holds no source files, so nothing was checked`], files: 0 };

  const sources = new Map(files.map((file) => [file, readSource(root, file)]));
  const browser = findBrowserFiles(sources);
  const problems = [...sources.values()].flatMap(({ file, imports }) => {
    const row = browser.has(file) ? browserRow : table.find((candidate) => holds(candidate.files, file));
    if (!row) return [`${file}: no row of the import table speaks of this file`];
    const barrel = holds(barrels, file)
      ? [`${file}: a barrel hides what a folder offers: import the files themselves`]
      : [];
    const wrong = imports.flatMap((found) => {
      const problem = judgeImport(file, row, found);
      return problem ? [`${file}:${found.line}: ${problem}`] : [];
    });
    return [...barrel, ...wrong];
  });
  return { problems, files: files.length };
}
