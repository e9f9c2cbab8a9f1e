import { describe, expect, it } from 'vitest';
import { emoji } from './emoji.ts';

describe('an emoji', () => {
  it.each(['👍', '👍🏽', '🏳️‍🌈', '👩‍👩‍👧‍👦', '🇩🇪', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', '1️⃣', '❤️', ':party_parrot:', ':+1:'])('is %s', (value) => {
    expect(emoji.parse(value)).toBe(value);
  });

  it('is one thing, coloured or plain', () => {
    expect(emoji.parse('❤')).toBe(emoji.parse('❤️'));
  });

  it.each(['', 'a', '1', '👍👍', ':Party:', '::', ':a b:', '<b>', '🇩', '\u200D', '👍 '])('is not %j', (value) => {
    expect(emoji.safeParse(value).success).toBe(false);
  });
});
