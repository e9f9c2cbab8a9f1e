/** Heights of rows in order: a change, a sum and a search each take logarithmic time. Indices begin at 0. */
export class HeightTree {
  #heights = new Float64Array(256);
  /** A binary indexed tree over `#heights`. */
  #sums = new Float64Array(257);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** The height of all rows. */
  get total(): number {
    return this.before(this.#length);
  }

  height(index: number): number {
    return this.#heights[index] ?? 0;
  }

  /** The height of the rows before `index`. */
  before(index: number): number {
    let sum = 0;
    for (let at = Math.min(index, this.#length); at > 0; at &= at - 1) sum += this.#sums[at] ?? 0;
    return sum;
  }

  /** The row that holds the offset: the last one that begins at or before it. */
  find(offset: number): number {
    let low = 0;
    let rest = offset;
    for (let step = 2 ** Math.floor(Math.log2(Math.max(1, this.#length))); step >= 1; step /= 2) {
      const sum = this.#sums[low + step] ?? 0;
      if (low + step <= this.#length && sum <= rest) {
        low += step;
        rest -= sum;
      }
    }
    return Math.max(0, Math.min(low, this.#length - 1));
  }

  set(index: number, height: number): void {
    const change = height - this.height(index);
    if (change === 0 || index < 0 || index >= this.#length) return;
    this.#heights[index] = height;
    for (let at = index + 1; at <= this.#length; at += at & -at) this.#sums[at] = (this.#sums[at] ?? 0) + change;
  }

  push(height: number): void {
    if (this.#length === this.#heights.length) this.#grow(this.#length * 2);
    const index = this.#length;
    this.#heights[index] = height;
    this.#length += 1;
    const at = this.#length;
    this.#sums[at] = height + this.before(index) - this.before(at - (at & -at));
  }

  /** Takes rows off the end. */
  truncate(length: number): void {
    this.#length = Math.min(this.#length, Math.max(0, length));
  }

  /** Puts rows before the first. Takes time in proportion to all rows. */
  prepend(heights: readonly number[]): void {
    const length = heights.length + this.#length;
    if (length > this.#heights.length) this.#grow(length * 2);
    this.#heights.copyWithin(heights.length, 0, this.#length);
    this.#heights.set(heights);
    this.#length = length;
    this.#rebuild();
  }

  #grow(capacity: number): void {
    const heights = new Float64Array(capacity);
    heights.set(this.#heights.subarray(0, this.#length));
    const sums = new Float64Array(capacity + 1);
    sums.set(this.#sums.subarray(0, this.#length + 1));
    this.#heights = heights;
    this.#sums = sums;
  }

  #rebuild(): void {
    this.#sums.fill(0, 0, this.#length + 1);
    for (let at = 1; at <= this.#length; at += 1) {
      const sum = (this.#sums[at] ?? 0) + this.height(at - 1);
      this.#sums[at] = sum;
      const parent = at + (at & -at);
      if (parent <= this.#length) this.#sums[parent] = (this.#sums[parent] ?? 0) + sum;
    }
  }
}
