import type { RowRange } from './row-layout.ts';

export interface View {
  /** Its upper edge and its height, in px. */
  top: number;
  height: number;
}

/** The first row of a range that begins in view, or the one that fills it. `topOf` answers where a row begins. */
export function firstInView(
  { start, end }: RowRange,
  view: View,
  topOf: (index: number) => number | undefined,
): number {
  let low = start;
  let high = end;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((topOf(middle) ?? view.top) < view.top) low = middle + 1;
    else high = middle;
  }
  const begins = topOf(low) ?? Number.POSITIVE_INFINITY;
  return begins - view.top < view.height || low === start ? low : low - 1;
}
