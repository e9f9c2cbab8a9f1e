import { expect, it } from 'vitest';
import { excerpt } from './excerpt.ts';

const person = '<@0199aa00-0000-7000-8000-000000000000>';

it.each([
  ['short', 'short'],
  ['x'.repeat(200), 'x'.repeat(200)],
  ['x'.repeat(201), `${'x'.repeat(200)}…`],
  ['\u{1F600}'.repeat(201), `${'\u{1F600}'.repeat(200)}…`],
  [`a${'\u{1F600}'.repeat(300)}`, `a${'\u{1F600}'.repeat(199)}…`],
  [`${'x'.repeat(190)} ${person}`, `${'x'.repeat(190)}…`],
  [`${person} ${'x'.repeat(200)}`, `${person} ${'x'.repeat(160)}…`],
])('of "%s"', (body, beginning) => {
  expect(excerpt(body)).toBe(beginning);
});
