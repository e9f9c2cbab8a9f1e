import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';

const home = realpathSync(mkdtempSync(path.join(tmpdir(), 'parley-trees-')));
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** Writes files (path from the root → text) into a fresh folder, which goes when the test file ends. Answers the folder. */
export function plantTree(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(path.join(home, 'tree-'));
  writeFiles(root, files);
  return root;
}

/** Writes files (path from the root → text) with the folders they need. */
export function writeFiles(root: string, files: Readonly<Record<string, string>>): void {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  }
}

/** Makes `packages/<name>` and `apps/<name>` of a planted tree answer to `@parley/<name>`, as npm's workspaces do. */
export function linkWorkspaces(root: string, folders: readonly string[]): void {
  mkdirSync(path.join(root, 'node_modules/@parley'), { recursive: true });
  for (const folder of folders) {
    const name = `@parley/${path.basename(folder)}`;
    mkdirSync(path.join(root, folder), { recursive: true });
    writeFileSync(
      path.join(root, folder, 'package.json'),
      JSON.stringify({ name, type: 'module', exports: { './*': './src/*.ts' } }),
    );
    symlinkSync(path.join(root, folder), path.join(root, 'node_modules', name));
  }
}
