import { emojiName } from '@parley/api/input/emoji';
import { expect, test } from 'vitest';
import { nameOfFile } from './small-picture.ts';

test.each([
  ['Party Parrot.gif', 'party_parrot'],
  ['  (Über) cool!!.PNG', 'ber_cool'],
  ['ship-it.v2.webp', 'ship-it_v2'],
  [`${'x'.repeat(80)}.png`, 'x'.repeat(64)],
])('%s suggests %s', (file, name) => {
  expect(nameOfFile(file)).toBe(name);
  expect(emojiName.parse(name)).toBe(name);
});

test('a name without a letter suggests nothing', () => expect(nameOfFile('___.png')).toBe(''));
