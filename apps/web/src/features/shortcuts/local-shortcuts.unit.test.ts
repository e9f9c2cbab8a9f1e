import { describe, expect, it } from 'vitest';
import { keyMeaning } from '../composer/composer-keys.ts';
import { formatOfKeys } from '../composer/formatting-bar.tsx';
import { localShortcuts, sendingShortcuts } from './local-shortcuts.ts';

const signs: Record<string, string> = { enter: 'Enter', up: 'ArrowUp', escape: 'Escape' };

function pressOf(keys: string) {
  const parts = keys.split('+');
  const last = parts.at(-1) ?? '';
  return {
    key: signs[last] ?? last,
    code: /^\d$/.test(last) ? `Digit${last}` : `Key${last.toUpperCase()}`,
    keyCode: 0,
    isComposing: false,
    ctrlKey: parts.includes('mod'),
    metaKey: false,
    altKey: false,
    shiftKey: parts.includes('shift'),
  };
}

describe('a shortcut that the sheet lists for writing', () => {
  const written = localShortcuts.filter((shortcut) => shortcut.group === 'While writing');

  it.each(written)('$label is answered by the field', ({ keys }) => {
    const press = pressOf(keys[0]);
    const meaning = formatOfKeys(press) ?? keyMeaning(press, { text: '', caret: 0, enterSends: true });
    expect(meaning).not.toBeNull();
  });

  it.each([true, false])('sends and breaks the line as it says, when Enter sends: %s', (enterSends) => {
    const [send, line] = sendingShortcuts(enterSends).map(({ keys }) => pressOf(keys[0]));
    const writing = { text: 'Hello', caret: 5, enterSends };
    expect(send && keyMeaning(send, writing)).toBe('send');
    expect(line && keyMeaning(line, writing)).toBeNull();
  });
});
