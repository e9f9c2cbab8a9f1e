import { expect, test } from 'vitest';
import { isOnlyEmoji } from './is-only-emoji.ts';

test.each(['👍', '🎉 🎉', '👩‍👩‍👧‍👦', '🇩🇪🇫🇷', '👍🏽', '❤️', ':tada: :wave::skin-tone-3:👍'])(
  '%s is only emoji',
  (text) => expect(isOnlyEmoji(text)).toBe(true),
);
test.each(['', ' ', 'ok 👍', '1', '42 #', ':)', '👍'.repeat(9), ':tada:'.repeat(9), 'so :tada:', ':a b:', '10:30:15'])(
  '%j is not',
  (text) => expect(isOnlyEmoji(text)).toBe(false),
);
