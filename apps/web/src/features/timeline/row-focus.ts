/** Which row is pointed at, has the focus, is edited, is marked: seen by two rows at a time, not by all. */
export interface RowFocusState {
  readonly hovered: string | null;
  readonly focused: string | null;
  /** The row that the Tab key reaches; null for the last one. */
  readonly tabStop: string | null;
  readonly editing: string | null;
  readonly marked: string | null;
  /** The row whose menu is open: its actions stay. */
  readonly menu: string | null;
  /** The row whose choice of emoji is open. */
  readonly picking: string | null;
}

const NOTHING: RowFocusState = {
  hovered: null,
  focused: null,
  tabStop: null,
  editing: null,
  marked: null,
  menu: null,
  picking: null,
};

export class RowFocus {
  readonly #listeners = new Set<() => void>();
  #state = NOTHING;

  get state(): RowFocusState {
    return this.#state;
  }

  set(change: Partial<RowFocusState>): void {
    const next = { ...this.#state, ...change };
    if (JSON.stringify(next) === JSON.stringify(this.#state)) return;
    this.#state = next;
    for (const listener of this.#listeners) listener();
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
}
