import { expect, it } from 'vitest';
import { workspaceSlug } from '../workspace/workspace.input.ts';
import { slugFor } from './slug-for.ts';

it.each([
  ['Müller & Söhne', 'muller-sohne'],
  ['  ACME  ', 'acme'],
  ['株式会社', 'team'],
  ['new', 'team'],
  ['x', 'team'],
  [`${'a'.repeat(47)} b`, 'a'.repeat(47)],
])('makes of %s the address %s', (name, expected) => {
  expect(slugFor(name)).toBe(expected);
  expect(workspaceSlug.parse(expected)).toBe(expected);
});
