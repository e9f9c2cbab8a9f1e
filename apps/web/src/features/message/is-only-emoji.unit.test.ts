import { expect, test } from 'vitest';
import { isOnlyEmoji } from './is-only-emoji.ts';

test.each(['👍', '🎉 🎉', '👩‍👩‍👧‍👦', '🇩🇪🇫🇷', '👍🏽', '❤️'])('%s is only emoji', (text) =>
  expect(isOnlyEmoji(text)).toBe(true),
);
test.each(['', ' ', 'ok 👍', '1', '42 #', ':)', '👍'.repeat(9)])('%j is not', (text) =>
  expect(isOnlyEmoji(text)).toBe(false),
);
