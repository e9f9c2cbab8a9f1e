/** What only a person does. Scrolling is not among them: a conversation scrolls by itself when a message comes. */
const signs = ['pointermove', 'pointerdown', 'keydown', 'wheel', 'touchmove', 'touchstart'] as const;

/** When the person last did anything on this page, in milliseconds; begins with now. */
export class LastActive {
  #at = Date.now();

  get at(): number {
    return this.#at;
  }

  /** Calls `onReturn` at the first sign of life after `idleMs` without one. Returns what ends the watch. */
  watch(idleMs: number, onReturn: () => void): () => void {
    const stop = new AbortController();
    const note = () => {
      const wasIdle = Date.now() - this.#at >= idleMs;
      this.#at = Date.now();
      if (wasIdle) onReturn();
    };
    for (const sign of signs)
      document.addEventListener(sign, note, { passive: true, capture: true, signal: stop.signal });
    return () => stop.abort();
  }
}
