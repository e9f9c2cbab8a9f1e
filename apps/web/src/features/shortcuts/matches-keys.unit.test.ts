import { describe, expect, it } from 'vitest';
import { matchesKeys, type Press } from './matches-keys.ts';

function press(key: string, held: Partial<Press> = {}): Press {
  return { key, code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held };
}

describe('a key press', () => {
  it('takes mod for the modifier of the platform', () => {
    expect(matchesKeys(press('k', { ctrlKey: true }), 'mod+k', false)).toBe(true);
    expect(matchesKeys(press('k', { metaKey: true }), 'mod+k', true)).toBe(true);
    expect(matchesKeys(press('k', { ctrlKey: true }), 'mod+k', true)).toBe(false);
    expect(matchesKeys(press('k', { metaKey: true }), 'mod+k', false)).toBe(false);
  });

  it('wants the modifiers that are named and no other', () => {
    expect(matchesKeys(press('ArrowUp', { altKey: true }), 'alt+up', false)).toBe(true);
    expect(matchesKeys(press('ArrowUp', { altKey: true, shiftKey: true }), 'alt+up', false)).toBe(false);
    expect(matchesKeys(press('ArrowUp', { altKey: true, shiftKey: true }), 'alt+shift+up', false)).toBe(true);
    expect(matchesKeys(press('F6'), 'f6', false)).toBe(true);
    expect(matchesKeys(press('F6', { ctrlKey: true }), 'f6', false)).toBe(false);
  });

  it('knows a key by its place where the layout writes something else there', () => {
    expect(matchesKeys(press('л', { code: 'KeyK', ctrlKey: true }), 'mod+k', false)).toBe(true);
    expect(matchesKeys(press('-', { code: 'Slash', ctrlKey: true }), 'mod+/', false)).toBe(true);
    expect(matchesKeys(press('t', { code: 'KeyK', ctrlKey: true }), 'mod+k', false)).toBe(false);
  });
});
