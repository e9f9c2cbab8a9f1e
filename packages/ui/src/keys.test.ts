import { describe, expect, it } from 'vitest';
import { keyCaps, keyShortcut } from './keys.tsx';

describe('keyCaps', () => {
  it.each([
    ['mod+k', true, ['⌘', 'K']],
    ['mod+k', false, ['Ctrl', 'K']],
    ['shift+escape', true, ['⇧', 'Esc']],
    ['alt+up', false, ['Alt', '↑']],
    ['?', false, ['?']],
  ])('%s (mac: %s)', (keys, mac, caps) => {
    expect(keyCaps(keys, mac)).toEqual(caps);
  });
});

describe('keyShortcut', () => {
  it.each([
    ['mod+shift+k', true, 'Meta+Shift+K'],
    ['mod+shift+k', false, 'Control+Shift+K'],
    ['alt+up', false, 'Alt+ArrowUp'],
    ['backspace', false, 'Backspace'],
  ])('%s (mac: %s)', (keys, mac, words) => {
    expect(keyShortcut(keys, mac)).toBe(words);
  });
});
