import { expect, test } from 'vitest';
import { sentenceFor } from './failure.mjs';

test.each([
  ['npm error code ENOSPC\nnpm error nospc write', /disk is full/],
  ["Error: EACCES: permission denied, mkdir 'node_modules'", /may not be written.*chown/],
  ['npm error code ENOTFOUND\nnpm error network request to https://registry failed', /cannot reach its registry/],
  ['npm error code EUSAGE\nnpm error `npm ci` can only install packages when', /npm install/],
])('%s is told with what to do', (output, sentence) => {
  expect(sentenceFor(output, 'It failed.')).toMatch(sentence);
});

test('what is not known is told as it is', () => {
  expect(sentenceFor('Type error: x', 'The web app could not be built.')).toBe('The web app could not be built.');
});
