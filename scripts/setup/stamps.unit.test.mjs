import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { contentHash } from './stamps.mjs';

let folder = '';
const file = (...parts) => path.join(folder, ...parts);
const hash = () => contentHash(['app', 'lock.json'], ['20'], folder);

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'parley-stamps-'));
  mkdirSync(file('app', 'src'), { recursive: true });
  writeFileSync(file('app', 'src', 'page.tsx'), 'one');
  writeFileSync(file('lock.json'), '{}');
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('a changed, renamed or new source makes another hash', () => {
  const seen = new Set([hash()]);
  const changes = [
    () => writeFileSync(file('app', 'src', 'page.tsx'), 'two'),
    () => renameSync(file('app', 'src', 'page.tsx'), file('app', 'src', 'pages.tsx')),
    () => writeFileSync(file('app', 'src', 'new.ts'), ''),
    () => writeFileSync(file('lock.json'), '{"a":1}'),
    () => rmSync(file('app', 'src', 'new.ts')),
  ];
  for (const change of changes) {
    change();
    expect(seen.has(hash())).toBe(false);
    seen.add(hash());
  }
});

test('what is no source of a build does not count', () => {
  const before = hash();
  for (const name of ['node_modules', '.next', 'dist', 'generated']) {
    mkdirSync(file('app', name));
    writeFileSync(file('app', name, 'made.js'), 'x');
  }
  writeFileSync(file('app', 'src', 'page.test.tsx'), 'x');
  writeFileSync(file('app', 'next-env.d.ts'), 'x');
  expect(hash()).toBe(before);
});
