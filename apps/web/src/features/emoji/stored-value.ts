/** A value that this device keeps for the person, the same for all that show it. */
export class StoredValue<T> {
  readonly #key: string;
  readonly #parse: (stored: unknown) => T;
  readonly #listeners = new Set<() => void>();
  #text: string | null | undefined;
  #value: T;

  /** `parse` makes a value of whatever is stored, also of nothing. */
  constructor(key: string, parse: (stored: unknown) => T) {
    this.#key = key;
    this.#parse = parse;
    this.#value = parse(null);
  }

  /** The same value until it changes, here or in another tab. */
  read = (): T => {
    const text = this.#stored();
    if (text !== this.#text) {
      this.#text = text;
      this.#value = this.#parse(parseJson(text));
    }
    return this.#value;
  };

  write(value: T): void {
    try {
      localStorage.setItem(this.#key, JSON.stringify(value));
    } catch {
      // Storage may be denied.
    }
    for (const listener of this.#listeners) listener();
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    window.addEventListener('storage', listener);
    return () => {
      this.#listeners.delete(listener);
      window.removeEventListener('storage', listener);
    };
  };

  #stored(): string | null {
    try {
      return localStorage.getItem(this.#key);
    } catch {
      return null;
    }
  }
}

function parseJson(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}
