import { flushSync } from 'react-dom';

/** A press is not to be answered when nobody expects it any more, in milliseconds. */
const KEEP = 8_000;

interface EarlyInput {
  readonly kept: (MouseEvent | KeyboardEvent)[];
  stop(): void;
}

declare global {
  interface Window {
    parleyEarlyInput?: EarlyInput;
  }
}

/** Gives the page what was pressed before it could hear, in order. From here on it hears for itself. */
export function replayEarlyInput(): void {
  const early = window.parleyEarlyInput;
  if (!early) return;
  delete window.parleyEarlyInput;
  early.stop();
  for (const event of early.kept) {
    // Each is answered before the next one comes, as when they are pressed.
    if (performance.now() - event.timeStamp > KEEP) continue;
    const unheard = flushSync(() => targetOf(event).dispatchEvent(copyOf(event)));
    if (unheard && isWritten(event)) document.execCommand('insertText', false, event.key);
  }
}

/** A letter for a field that opens: it stands already, or it never comes and the letter goes where it was typed. */
function isWritten(event: Event): event is KeyboardEvent {
  if (!(event instanceof KeyboardEvent) || event.key.length > 1 || event.ctrlKey || event.metaKey || event.altKey)
    return false;
  return event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
}

/** Whether the page cannot hear what is pressed yet. */
export function isWaking(): boolean {
  return window.parleyEarlyInput !== undefined;
}

/** A press on something that is gone by now goes to what has the focus. */
function targetOf({ target }: Event): EventTarget {
  return target instanceof Node && target.isConnected ? target : (document.activeElement ?? document.body);
}

function copyOf(event: MouseEvent | KeyboardEvent): Event {
  return event instanceof KeyboardEvent ? new KeyboardEvent(event.type, event) : new MouseEvent(event.type, event);
}
