import { expect, test } from 'vitest';
import { parseReaderTime, readerTimeText } from './reader-time.ts';

test('what is stored is read again', () => {
  const settings = { locale: 'de-CH', timeZone: 'Asia/Tokyo' };
  expect(parseReaderTime(readerTimeText(settings))).toEqual(settings);
});

test.each([
  undefined,
  '',
  'en-GB',
  'en-GB Mars/Olympus',
  'not_a_locale! UTC',
  'en-GB UTC more',
  `en-GB ${'x'.repeat(4_000)}`,
])('%j names no locale and zone', (stored) => {
  expect(parseReaderTime(stored)).toBeUndefined();
});
