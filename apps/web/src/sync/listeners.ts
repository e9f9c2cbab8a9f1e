/** Who wants to hear of something. */
export class Listeners<T> {
  readonly #all = new Set<(value: T) => void>();

  /** Tells `listener` from now on. Returns what ends it. */
  readonly add = (listener: (value: T) => void): (() => void) => {
    this.#all.add(listener);
    return () => this.#all.delete(listener);
  };

  tell(value: T): void {
    for (const listener of [...this.#all]) listener(value);
  }
}
