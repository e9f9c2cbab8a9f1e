/** Asks one thing after another of what has the same key: of two calls at once the server may do the first one last. */
export class InOrder {
  /** The last that was asked and is not answered. */
  readonly #underWay = new Map<string, Promise<unknown>>();

  /** Asks at once, or when what was asked before is answered, however it was. */
  ask<T>(key: string, call: () => Promise<T>): Promise<T> {
    const before = this.#underWay.get(key);
    const asked = before ? before.then(call, call) : call();
    this.#underWay.set(key, asked);
    void Promise.allSettled([asked]).then(() => {
      if (this.#underWay.get(key) === asked) this.#underWay.delete(key);
    });
    return asked;
  }
}
