import { emoji } from '@parley/api/input/emoji';
import { describe, expect, test } from 'vitest';
import type { EmojiIndex } from './emoji-index.ts';
import { loadEmoji } from './load-emoji.ts';
import { inTone } from './skin-tone.ts';

const index: EmojiIndex = await loadEmoji();
const first = (words: string) => index.search(words, 5)[0]?.unicode;

describe('all emoji', () => {
  test('stand in groups, each once and in its one spelling', () => {
    const all = index.groups.flatMap(({ emoji }) => emoji.map(({ unicode }) => unicode));
    expect(all.length).toBeGreaterThan(1_800);
    expect(new Set(all).size).toBe(all.length);
    expect(all.map((unicode) => emoji.parse(unicode))).toEqual(all);
    expect(all).toContain('👍');
    expect(all).toContain('❤️');
  });

  test('are found by short name, by name and by what they are about', () => {
    expect(first('tada')).toBe('🎉');
    expect(first(':+1:')).toBe('👍');
    expect(first('white_check')).toBe('✅');
    expect(first('party popper')).toBe('🎉');
    expect(index.search('celebration', 20).map(({ unicode }) => unicode)).toContain('🎉');
    expect(first('   ')).toBeUndefined();
    expect(first('no such thing at all')).toBeUndefined();
  });

  test('are named by their short names, in any colour of skin', () => {
    expect(index.named('thumbsup')?.unicode).toBe('👍');
    expect(index.named('nothing-of-the-kind')).toBeUndefined();
    expect(index.named('thinking')?.unicode).toBe('🤔');
    expect(index.named('thinking_face')?.unicode).toBe('🤔');
    const wave = index.named('wave');
    expect(wave && inTone(wave, 5)).toBe('👋🏿');
    expect(wave && inTone(wave, 0)).toBe('👋');
    expect(index.find('👋🏿')).toBe(wave);
    const rocket = index.named('rocket');
    expect(rocket && inTone(rocket, 3)).toBe('🚀');
  });
});
