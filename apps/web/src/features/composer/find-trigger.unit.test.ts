import { expect, test } from 'vitest';
import { findTrigger } from './find-trigger.ts';

const at = (text: string) => findTrigger(text, text.length);

test('a sign at the beginning of a word asks for a completion', () => {
  expect(at('@')).toEqual({ kind: 'person', query: '', from: 0, to: 1 });
  expect(at('hi @An')).toEqual({ kind: 'person', query: 'An', from: 3, to: 6 });
  expect(at('hi @Ana Fe')).toMatchObject({ kind: 'person', query: 'Ana Fe' });
  expect(at('one\n#gen')).toEqual({ kind: 'channel', query: 'gen', from: 4, to: 8 });
  expect(at('so :ta')).toMatchObject({ kind: 'emoji', query: 'ta' });
  expect(at('/inv')).toEqual({ kind: 'command', query: 'inv', from: 0, to: 4 });
});

test.each([
  'me@ana',
  ':)',
  ':p',
  ':D',
  ':o',
  'well :)',
  ':ok:',
  '10:30',
  'http://x',
  'a:ok',
  '`@an',
  '```\n@an',
  'x /inv',
  '/invite ',
  '@ana ',
])('what ends in %s asks for none', (text) => expect(at(text)).toBeNull());
