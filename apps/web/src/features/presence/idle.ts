const signs = ['pointermove', 'pointerdown', 'keydown', 'wheel', 'touchstart', 'scroll'] as const;

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
