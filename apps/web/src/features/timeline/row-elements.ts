/** The elements of the rows that are drawn: which they are, how high they are, and when that changes. */
export class RowElements {
  readonly #elements = new Map<string, HTMLElement>();
  readonly #keys = new WeakMap<Element, string>();
  /** Drawn since they were measured last. */
  readonly #fresh = new Set<string>();
  #resize: ResizeObserver | null = null;

  get(key: string): HTMLElement | undefined {
    return this.#elements.get(key);
  }

  /** Calls `onResize` with the rows whose height changed, and when the view's size changed. Returns what ends it. */
  watch(view: HTMLElement, onResize: (heights: ReadonlyMap<string, number>) => void): () => void {
    const observer = new ResizeObserver((entries) => {
      const heights = new Map<string, number>();
      for (const { target, borderBoxSize } of entries) {
        const key = this.#keys.get(target);
        const height = borderBoxSize[0]?.blockSize;
        if (key !== undefined && height !== undefined) heights.set(key, height);
      }
      onResize(heights);
    });
    observer.observe(view);
    for (const element of this.#elements.values()) observer.observe(element);
    this.#resize = observer;
    return () => {
      observer.disconnect();
      this.#resize = null;
    };
  }

  /** A row was drawn. Returns what is to be called when it goes; it answers whether the focus goes with it. */
  mount(key: string, element: HTMLElement): () => boolean {
    this.#elements.set(key, element);
    this.#keys.set(element, key);
    this.#fresh.add(key);
    this.#resize?.observe(element);
    return () => {
      if (this.#elements.get(key) === element) this.#elements.delete(key);
      this.#fresh.delete(key);
      this.#resize?.unobserve(element);
      return element.contains(document.activeElement);
    };
  }

  /** The heights of the rows that were drawn since it was asked last. */
  takeFresh(): Map<string, number> {
    const heights = new Map<string, number>();
    for (const key of this.#fresh) {
      const element = this.#elements.get(key);
      if (element) heights.set(key, element.getBoundingClientRect().height);
    }
    this.#fresh.clear();
    return heights;
  }
}
