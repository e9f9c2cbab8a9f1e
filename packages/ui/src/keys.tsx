const names: Record<string, [mac: string, other: string]> = {
  mod: ['⌘', 'Ctrl'],
  ctrl: ['⌃', 'Ctrl'],
  alt: ['⌥', 'Alt'],
  shift: ['⇧', 'Shift'],
  enter: ['↵', 'Enter'],
  escape: ['Esc', 'Esc'],
  tab: ['Tab', 'Tab'],
  backspace: ['⌫', 'Backspace'],
  up: ['↑', '↑'],
  down: ['↓', '↓'],
  left: ['←', '←'],
  right: ['→', '→'],
};

const spoken: Record<string, string> = {
  alt: 'Alt',
  shift: 'Shift',
  ctrl: 'Control',
  escape: 'Escape',
  enter: 'Enter',
};

const parts = (keys: string) => keys.toLowerCase().split('+');

/** `mod+shift+k` as the caps to draw: `⌘ ⇧ K` on a Mac, `Ctrl Shift K` elsewhere. */
export function keyCaps(keys: string, mac: boolean): string[] {
  return parts(keys).map((part) => names[part]?.[mac ? 0 : 1] ?? part.toUpperCase());
}

/** `mod+k` as `aria-keyshortcuts` wants it: `Control+K`, `Meta+K` on a Mac. */
export function keyShortcut(keys: string, mac: boolean): string {
  return parts(keys)
    .map((part) => (part === 'mod' ? (mac ? 'Meta' : 'Control') : (spoken[part] ?? part.toUpperCase())))
    .join('+');
}
