import { firstInView } from './first-in-view.ts';
import type { RowLayout, RowRange } from './row-layout.ts';

/** The row that must not move under the reader's eye. */
export interface Anchor {
  readonly key: string;
  readonly seq: number;
  /** From the view's upper edge, in px. */
  readonly top: number;
  readonly scrollTop: number;
}

export interface AnchorSearch {
  layout: RowLayout;
  /** The rows that are drawn. */
  range: RowRange;
  elementOf(key: string): HTMLElement | undefined;
}

/** The first row that begins in view, or the one that fills it; null when none is drawn there. */
export function anchorIn(scroller: HTMLElement, { layout, range, elementOf }: AnchorSearch): Anchor | null {
  const { top: edge } = scroller.getBoundingClientRect();
  const topOf = (index: number) => {
    const key = layout.rows.at(index)?.key;
    return key === undefined ? undefined : elementOf(key)?.getBoundingClientRect().top;
  };
  const index = firstInView(range, { top: edge, height: scroller.clientHeight }, topOf);
  const row = layout.rows.at(index);
  const top = topOf(index);
  if (!row || top === undefined) return null;
  return { key: row.key, seq: row.message.seq, top: top - edge, scrollTop: scroller.scrollTop };
}

/** How far the row moved by itself, not by scrolling, since it was noted; in px, downwards. */
export function driftOf(anchor: Anchor, scroller: HTMLElement, element: HTMLElement): number {
  const top = element.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
  return top - anchor.top + (scroller.scrollTop - anchor.scrollTop);
}
