import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { explainStartFailure } from './explain-start-failure.ts';

function systemError(code: string): Error {
  return Object.assign(new Error(`${code}: raw words of the system`), { code });
}

test.each([
  ['EADDRINUSE', /^Port 3000 is in use .*PORT/],
  ['ENOSPC', /^The disk is full/],
  ['EACCES', /DATA_DIR/],
  ['ECONNREFUSED', /DATABASE_URL does not answer/],
  ['28P01', /refuses the user or the password/],
  ['3D000', /does not exist/],
])('%s becomes a sentence', (code, sentence) => {
  expect(explainStartFailure(systemError(code), 3000)).toMatch(sentence);
});

test('it names the path that the system named', () => {
  const file = path.join(tmpdir(), `parley-file-${process.pid}`);
  writeFileSync(file, '');
  let failure: unknown;
  try {
    mkdirSync(path.join(file, 'below'));
  } catch (error) {
    failure = error;
  } finally {
    rmSync(file);
  }
  expect(explainStartFailure(failure, 3000)).toContain(`(${path.join(file, 'below')})`);
});

test('what has a sentence of its own keeps it', () => {
  expect(explainStartFailure(new Error('The folder is damaged: restore it.'), 3000)).toBe(
    'The folder is damaged: restore it.',
  );
});
