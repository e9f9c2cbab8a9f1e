import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';

/** Writes files (path from the root → text) into a fresh folder that goes when the test ends. Answers the folder. */
export function plantTree(files: Readonly<Record<string, string>>): string {
  const root = realpathSync(mkdtempSync(path.join(tmpdir(), 'parley-tree-')));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  }
  return root;
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
