/** What moved, and in which order: an answer that was on its way meanwhile may be older than what was told since. */
export class Moves {
  readonly #at = new Map<string, number>();
  #count = 0;

  /** It moved just now. */
  note(key: string): void {
    this.#count += 1;
    this.#at.set(key, this.#count);
  }

  /** Answers what tells whether something moved from now on. */
  watch(): (key: string) => boolean {
    const from = this.#count;
    return (key) => (this.#at.get(key) ?? 0) > from;
  }
}
