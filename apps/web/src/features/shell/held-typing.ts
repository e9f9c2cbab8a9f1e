/** So long what is typed waits for its field, in milliseconds. */
const LONGEST = 4_000;

interface Held {
  text: string;
  entered: boolean;
}

let release: (() => Held) | null = null;

/** Keeps what is typed from now on for a field that is about to stand, so that it doesn't go where the focus still is. */
export function holdTyping(): void {
  release?.();
  const held: Held = { text: '', entered: false };
  const keep = (event: KeyboardEvent): void => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape') release?.();
    if (event.key === 'Enter') held.entered = true;
    else if (event.key === 'Backspace') held.text = held.text.slice(0, -1);
    else if (event.key.length === 1) held.text += event.key;
    else return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const timer = setTimeout(() => release?.(), LONGEST);
  window.addEventListener('keydown', keep, true);
  release = () => {
    release = null;
    clearTimeout(timer);
    window.removeEventListener('keydown', keep, true);
    return held;
  };
}

/** Gives a field the focus, and what was typed for it meanwhile. */
export function takeTyping(field: HTMLInputElement): void {
  const held = release?.();
  field.focus();
  if (!held) return;
  if (held.text !== '') document.execCommand('insertText', false, held.text);
  if (held.entered)
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
}
