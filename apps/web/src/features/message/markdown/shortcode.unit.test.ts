import { expect, test } from 'vitest';
import { shortcodeParts } from '../../emoji/shortcode-parts.ts';
import { parseInline } from './parse-inline.ts';

const emoji = (text: string) => ({ type: 'emoji', text });
const words = (text: string) => ({ type: 'text', text });

test('emoji stand by their names among words, in styles, side by side and in a colour of skin', () => {
  expect(parseInline('so :tada::+1: **:white_check_mark:** (:wave::skin-tone-3:)')).toEqual([
    words('so '),
    emoji(':tada:'),
    emoji(':+1:'),
    words(' '),
    { type: 'strong', children: [emoji(':white_check_mark:')] },
    words(' ('),
    emoji(':wave::skin-tone-3:'),
    words(')'),
  ]);
});

test.each([
  '\\:tada:',
  'from 10:30:15 on',
  'std::size::max',
  ':Tada:',
  ':a b:',
  '::',
  ':_a_:',
  'localhost:3000:tcp',
  `:${'x'.repeat(65)}:`,
])('%s has none', (text) => {
  expect(JSON.stringify(parseInline(text))).not.toContain('"emoji"');
});

test('there is none in code', () => {
  expect(parseInline('`:tada:`')).toEqual([{ type: 'code', text: ':tada:' }]);
});

test('what is typed says a name and a colour of skin', () => {
  expect(shortcodeParts(':wave:')).toEqual({ name: 'wave', tone: 0 });
  expect(shortcodeParts(':wave::skin-tone-2:')).toEqual({ name: 'wave', tone: 1 });
  expect(shortcodeParts(':wave::skin-tone-6:')).toEqual({ name: 'wave', tone: 5 });
});
