import { spawnSync } from 'node:child_process';
import { copyFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { plantTree } from '../testing/plant-tree.ts';
import { granted, refused } from './planted-code.ts';

const root = path.resolve(import.meta.dirname, '../..');

const tsconfig = JSON.stringify({
  extends: path.join(root, 'tooling/tsconfig/browser.json'),
  compilerOptions: { typeRoots: [path.join(root, 'node_modules/@types')] },
  include: ['**/*'],
});

/** Runs a linter in a planted tree that has the project's own settings. */
function lint(files: Record<string, string>, tool: 'oxlint' | 'biome', args: string[]) {
  const tree = plantTree(files);
  for (const settings of ['.oxlintrc.json', 'biome.json'])
    copyFileSync(path.join(root, settings), path.join(tree, settings));
  return spawnSync(path.join(root, 'node_modules/.bin', tool), args, { cwd: tree, encoding: 'utf8' });
}

const oxlint = (files: Record<string, string>) =>
  lint({ 'tsconfig.json': tsconfig, ...files }, 'oxlint', ['--type-aware', '--format=json']);
const biome = (files: Record<string, string>) => lint(files, 'biome', ['check', '--vcs-enabled=false']);

const output = z.object({ diagnostics: z.array(z.object({ code: z.string(), filename: z.string() })) });

describe('oxlint', () => {
  const found = new Map<string, string[]>();
  let status: number | null;

  beforeAll(() => {
    const planted = [...refused, ...granted].map(([, file, text]) => [file, text] as const);
    const run = oxlint({ 'a/a.ts': 'export type A = string;\n', ...Object.fromEntries(planted) });
    status = run.status;
    for (const { filename, code } of output.parse(JSON.parse(run.stdout)).diagnostics) {
      found.set(filename, [...(found.get(filename) ?? []), code]);
    }
  });

  it.each(refused)('refuses a breach of %s in %s', (rule, file) => {
    expect(found.get(file)).toContain(rule);
  });

  it.each(granted)('lets %s stand', (_what, file) => {
    expect(found.get(file)).toBeUndefined();
  });

  it('fails when it finds something, and when it sees no files', () => {
    expect(status).toBe(1);
    expect(oxlint({}).status).toBe(1);
    expect(oxlint({ 'a/a.ts': 'export type A = string;\n' }).status).toBe(0);
  });
});

describe('biome', () => {
  it.each([
    ['double quotes', { 'a.ts': 'export const a = "a";\n' }],
    ['lines over 120', { 'a.ts': `export const a = f('${'a'.repeat(60)}', '${'b'.repeat(60)}');\n` }],
    ['camelCase file names', { 'sendMessage.ts': "export const a = 'a';\n" }],
    ['packages that nobody declared', { 'package.json': '{}\n', 'src/a.ts': "export { a } from 'undeclared';\n" }],
  ])('refuses %s', (_what, files) => {
    const { status, stdout, stderr } = biome(files);
    expect(stdout + stderr).toContain(Object.keys(files).at(-1));
    expect(status).toBe(1);
  });

  it('lets tidy code and Tailwind stand', () => {
    const { status, stdout, stderr } = biome({
      'a.ts': "export const a = 'a';\n",
      'a.css': "@import 'tailwindcss';\n\n.a {\n  @apply flex;\n}\n",
    });
    expect(stdout + stderr).not.toContain('a.');
    expect(status).toBe(0);
  });
});
