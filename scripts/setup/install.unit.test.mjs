import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isInstalled } from './install.mjs';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'parley-install-'));
  mkdirSync(path.join(folder, 'node_modules'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const wanted = {
  '': { name: 'parley', workspaces: ['apps/*'] },
  'apps/web': { name: '@parley/web' },
  'node_modules/@parley/web': { link: true, resolved: 'apps/web' },
  'node_modules/pg': { version: '8.23.1', integrity: 'sha512-a' },
  'apps/web/node_modules/ws': { version: '7.0.0', integrity: 'sha512-b' },
  'node_modules/other-system': { version: '1.0.0', integrity: 'sha512-c', optional: true, os: ['sunos'] },
};

function plant(installed) {
  writeFileSync(path.join(folder, 'package-lock.json'), JSON.stringify({ packages: wanted }));
  writeFileSync(path.join(folder, 'node_modules', '.package-lock.json'), JSON.stringify({ packages: installed }));
}

const { '': _root, 'apps/web': _web, 'node_modules/other-system': _optional, ...complete } = wanted;

test('what npm wrote down fits the lock, though optional packages of other systems are not there', () => {
  plant(complete);
  expect(isInstalled(folder)).toBe(true);
});

test('a package that is missing, old or another one is noticed, also below a workspace', () => {
  for (const name of ['node_modules/pg', 'apps/web/node_modules/ws']) {
    plant({ ...complete, [name]: undefined });
    expect(isInstalled(folder)).toBe(false);
    plant({ ...complete, [name]: { ...wanted[name], version: '1.0.0' } });
    expect(isInstalled(folder)).toBe(false);
    plant({ ...complete, [name]: { ...wanted[name], integrity: 'sha512-z' } });
    expect(isInstalled(folder)).toBe(false);
  }
});

test('without a record of npm, or with half of one, it is not installed', () => {
  expect(isInstalled(folder)).toBe(false);
  plant(complete);
  writeFileSync(path.join(folder, 'node_modules', '.package-lock.json'), '{"packages": {');
  expect(isInstalled(folder)).toBe(false);
});
