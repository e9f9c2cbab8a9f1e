import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { textProblems } from './text-problems.mjs';

it.each([
  ['a.ts', `const home = '/${'home'}/ada/parley';`],
  ['README.md', `cd /${'Users'}/ada/parley`],
  ['a.mjs', `read('/${'work'}/shared/x.md')`],
  ['.npmrc', `${'registry'}=https://npm.example.com`],
  ['docs/a.md', `${'TO'}DO: write this`],
  ['a.css', `/* ${'FIX'}ME */`],
  ['a.ts', `// ${'biome'}-ignore lint: because`],
  ['a.ts', `// ${'oxlint'}-disable-next-line`],
  ['a.ts', `/* ${'eslint'}-disable */`],
  ['a.ts', `// @ts-${'ignore'}`],
  ['a.ts', `// @ts-${'expect'}-error plain js`],
  ['a.ts', `const x = y as ${'unknown'} as X;`],
  ['a.ts', `${'<'.repeat(7)} HEAD`],
])('finds what may not stand in %s: %s', (file, line) => {
  expect(textProblems(file, `first line\n${line}\n`)).toEqual([expect.stringMatching(`^${file}:2: `)]);
});

it.each([
  ['a.ts', `import x from '../${'work'}/x.ts';`],
  ['README.md', `https://example.com/${'work'}/x and https://example.com/${'home'}/ada`],
  ['Dockerfile', 'WORKDIR /home/node/parley'],
  ['a.ts', 'const registry = new Registry();'],
  ['a.md', 'Say `as unknown` first.'],
])('lets stand in %s: %s', (file, line) => {
  expect(textProblems(file, line)).toEqual([]);
});

it('does not find itself', () => {
  const own = path.join(import.meta.dirname, 'text-problems.mjs');
  expect(textProblems('text-problems.mjs', readFileSync(own, 'utf8'))).toEqual([]);
});
