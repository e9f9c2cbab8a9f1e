import { describe, expect, it } from 'vitest';
import { emoji } from './emoji.ts';

describe('an emoji', () => {
  it.each(['👍', '👍🏽', '🏳️‍🌈', '👩‍👩‍👧‍👦', '🇩🇪', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', '1️⃣', '❤️', ':party_parrot:', ':+1:'])('is %s', (value) => {
    expect(emoji.parse(value)).toBe(value);
  });

  it.each([
    ['a thumb', '\u{1F44D}', ['\u{1F44D}\uFE0F', '\u{1F44D}\uFE0E']],
    ['a thumb of a skin tone', '\u{1F44D}\u{1F3FD}', ['\u{1F44D}\u{1F3FD}\uFE0F', '\u{1F44D}\uFE0F\u{1F3FD}']],
    ['a heart', '\u2764\uFE0F', ['\u2764', '\u2764\uFE0E']],
    ['a pointing finger of a skin tone', '\u261D\u{1F3FB}', ['\u261D\uFE0F\u{1F3FB}']],
    ['a key', '1\uFE0F\u20E3', ['1\u20E3']],
    [
      'a joined picture',
      '\u{1F441}\uFE0F\u200D\u{1F5E8}\uFE0F',
      ['\u{1F441}\u200D\u{1F5E8}', '\u{1F441}\uFE0F\u200D\u{1F5E8}'],
    ],
    ['a flag', '\u{1F3F3}\uFE0F\u200D\u{1F308}', ['\u{1F3F3}\u200D\u{1F308}', '\u{1F3F3}\uFE0F\u200D\u{1F308}\uFE0F']],
  ])('%s is one thing, however its colour is asked for', (_, one, written) => {
    for (const value of [one, ...written]) expect(emoji.parse(value)).toBe(one);
  });

  it('of another skin tone is another', () => {
    const tones = ['', '\u{1F3FB}', '\u{1F3FC}', '\u{1F3FD}', '\u{1F3FE}', '\u{1F3FF}'];
    expect(new Set(tones.map((tone) => emoji.parse(`\u{1F44D}${tone}`))).size).toBe(tones.length);
  });

  it.each(['', 'a', '1', '👍👍', ':Party:', '::', ':a b:', '<b>', '🇩', '\u200D', '👍 '])('is not %j', (value) => {
    expect(emoji.safeParse(value).success).toBe(false);
  });
});
