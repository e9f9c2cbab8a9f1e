import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { authSecret } from './auth-secret.ts';

let dataDir = '';

beforeEach(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'parley-secret-'));
});

afterEach(() => {
  rmSync(dataDir, { recursive: true, force: true });
});

test('one is made at the first start, kept, and another for another folder', () => {
  const first = authSecret(undefined, dataDir);
  expect(first.length).toBeGreaterThanOrEqual(32);
  expect(authSecret(undefined, dataDir)).toBe(first);
  expect(authSecret(undefined, path.join(dataDir, 'other'))).not.toBe(first);
});

test('a good one that is given wins', () => {
  const given = 'q8Zr2vLxN4tYbW7cKfHs0dJmPgUeA5iO3nTk';
  expect(authSecret(given, dataDir)).toBe(given);
});

test.each([
  '',
  'short',
  'a'.repeat(64),
  'change-me-change-me-change-me-change-me',
  'your-secret-here-0192837465-abcdefghij',
])('a weak one is refused: %s', (weak) => {
  expect(() => authSecret(weak, dataDir)).toThrow(/too easy to guess.*openssl rand/);
});
