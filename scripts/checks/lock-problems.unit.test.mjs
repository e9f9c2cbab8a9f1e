import { describe, expect, it } from 'vitest';
import { lockProblems } from './lock-problems.mjs';

const lock = (packages) => ({ packages: { '': { name: 'parley' }, ...packages } });
const needs = (...names) => ({
  version: '1.0.0',
  optionalDependencies: Object.fromEntries(names.map((name) => [name, '1'])),
});
const present = { version: '1.0.0' };

describe('a lock file', () => {
  it('is sound when each optional part stands where npm looks for it', () => {
    expect(
      lockProblems(
        lock({
          'node_modules/swc': needs('@swc/mac', '@swc/linux'),
          'node_modules/@swc/mac': present,
          'node_modules/swc/node_modules/@swc/linux': present,
          'packages/db/node_modules/pg': needs('pg-native'),
          'packages/db/node_modules/pg-native': present,
          'node_modules/a/node_modules/b': needs('c'),
          'node_modules/a/node_modules/c': present,
        }),
      ),
    ).toEqual([]);
  });

  it.each([
    ['nowhere', {}],
    ['below another package', { 'node_modules/other/node_modules/@swc/mac': present }],
    ['in another workspace', { 'packages/db/node_modules/@swc/mac': present }],
  ])('is not when one stands %s', (_where, packages) => {
    expect(lockProblems(lock({ 'node_modules/swc': needs('@swc/mac'), ...packages }))).toEqual([
      expect.stringContaining('@swc/mac'),
    ]);
  });

  it('lacks nothing when an accelerator is left out', () => {
    expect(lockProblems(lock({ 'node_modules/msgpackr-extract': needs('@msgpackr-extract/mac') }))).toEqual([]);
  });

  it('names no download host', () => {
    const resolved = 'https://registry.example.com/pg.tgz';
    expect(lockProblems(lock({ 'node_modules/pg': { ...present, resolved } }))).toHaveLength(1);
    expect(lockProblems(lock({ 'node_modules/@parley/db': { resolved: 'packages/db', link: true } }))).toEqual([]);
  });

  it('is not sound when it is empty', () => {
    expect(lockProblems({})).toHaveLength(1);
    expect(lockProblems(lock({}))).toHaveLength(1);
  });
});
