import type { RowLayout, RowRange } from './row-layout.ts';
import type { PlaceRules } from './row-place.ts';
import type { TimelineRows } from './timeline-rows.ts';

/** What is drawn. The same object as long as nothing about it changes. */
export interface Drawn extends RowRange {
  readonly rows: TimelineRows;
  readonly rules: PlaceRules;
}

/** What is shown, as offsets from the first row, in px. */
export interface Shown {
  top: number;
  bottom: number;
}

/** Rows are drawn this far beyond what is shown, and drawn anew when less than that remains, in px. */
const OVERSCAN = 1_200;
const SPARE = 500;
const FIRST_ROWS = 40;
/** At the end no more than this is drawn beyond what is shown: what new rows push far up is let go, in px. */
const MOST = 10_000;

/** Whether enough is drawn around what is shown. */
export function covers(layout: RowLayout, { start, end }: RowRange, { top, bottom }: Shown): boolean {
  const above = start === 0 || layout.top(start) <= top - SPARE;
  const below = end >= layout.rows.count || layout.top(end) >= bottom + SPARE;
  return above && below;
}

/** What to draw before anything is on the screen: the newest rows. */
export function firstRange({ rows }: RowLayout): RowRange {
  return { start: Math.max(0, rows.count - FIRST_ROWS), end: rows.count };
}

/**
 * What to draw. The rows drawn so far stay as long as they do, so that scrolling draws little; at the end (`follows`),
 * it reaches to the last row, however many come at once.
 */
export function fitRange(layout: RowLayout, drawn: RowRange & { follows: boolean }, shown: Shown): RowRange {
  const { count } = layout.rows;
  const grown = { start: drawn.start, end: drawn.follows ? count : Math.min(drawn.end, count) };
  const height = layout.top(grown.end) - layout.top(grown.start);
  const tooMuch = drawn.follows && height > shown.bottom - shown.top + MOST;
  if (grown.end > grown.start && !tooMuch && covers(layout, grown, shown)) return grown;
  const start = layout.find(Math.max(0, shown.top - OVERSCAN));
  if (drawn.follows) return { start, end: count };
  const end = Math.min(count, layout.find(Math.max(0, shown.bottom + OVERSCAN)) + 1);
  return { start, end: Math.max(end, Math.min(count, start + 1)) };
}
