/** What arrives while something is being read: the answer may be older. */
export class Arrivals<T> {
  readonly #readers = new Set<T[]>();

  /** It arrived just now. */
  note(arrived: T): void {
    for (const reader of this.#readers) reader.push(arrived);
  }

  /** What `read` answers, and what arrived from its beginning to its end, in order. */
  async during<Answer>(read: () => Promise<Answer>): Promise<{ answer: Answer; arrived: readonly T[] }> {
    const arrived: T[] = [];
    this.#readers.add(arrived);
    try {
      return { answer: await read(), arrived };
    } finally {
      this.#readers.delete(arrived);
    }
  }
}
