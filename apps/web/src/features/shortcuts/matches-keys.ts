/** What is looked at of a key press. */
export interface Press {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

const names: Record<string, string> = { up: 'arrowup', down: 'arrowdown', left: 'arrowleft', right: 'arrowright' };
const signs: Record<string, string> = { '/': 'Slash' };

/** Letters and signs also by their place, since Alt and other layouts give their keys other characters. */
function isKey(press: Press, wanted: string): boolean {
  if (press.key.toLowerCase() === (names[wanted] ?? wanted)) return true;
  if (/^[a-z]$/.test(wanted)) return /^[^a-z]$/i.test(press.key) && press.code === `Key${wanted.toUpperCase()}`;
  return signs[wanted] === press.code;
}

/** Whether a key press is `mod+k`, `alt+shift+up` and the like: these modifiers and no other. */
export function matchesKeys(press: Press, keys: string, mac: boolean): boolean {
  const parts = keys.toLowerCase().split('+');
  const wanted = parts.at(-1) ?? '';
  const has = (name: string): boolean => parts.includes(name);
  const mod = has('mod');
  if (press.ctrlKey !== (has('ctrl') || (mod && !mac))) return false;
  if (press.metaKey !== (has('meta') || (mod && mac))) return false;
  return press.altKey === has('alt') && press.shiftKey === has('shift') && isKey(press, wanted);
}
