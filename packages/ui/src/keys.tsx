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

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

const shortcutNames: Record<string, string> = {
  ctrl: 'Control',
  up: 'ArrowUp',
  down: 'ArrowDown',
  left: 'ArrowLeft',
  right: 'ArrowRight',
};

const parts = (keys: string) => keys.toLowerCase().split('+');

/** `mod+shift+k` as the caps to draw: `⌘ ⇧ K` on a Mac, `Ctrl Shift K` elsewhere. */
export function keyCaps(keys: string, mac: boolean): string[] {
  return parts(keys).map((part) => names[part]?.[mac ? 0 : 1] ?? part.toUpperCase());
}

/** `mod+k` as `aria-keyshortcuts` wants it: `Control+K`, `Meta+K` on a Mac. */
export function keyShortcut(keys: string, mac: boolean): string {
  return parts(keys)
    .map((part) => (part === 'mod' ? (mac ? 'Meta' : 'Control') : (shortcutNames[part] ?? capital(part))))
    .join('+');
}
