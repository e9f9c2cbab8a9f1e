/** Which conversations this page shows, and whether somebody looks at their newest messages. */
export class Attention {
  readonly #shown = new Map<string, () => boolean>();

  /** A conversation is on the page until the answered function is called; `isSeen` answers whether its end is looked at. */
  show(key: string, isSeen: () => boolean): () => void {
    this.#shown.set(key, isSeen);
    return () => {
      if (this.#shown.get(key) === isSeen) this.#shown.delete(key);
    };
  }

  /** Does somebody look at the newest messages of this conversation now? */
  isOn(key: string): boolean {
    return this.#shown.get(key)?.() ?? false;
  }
}
