import { LINE } from './grid-measures.ts';
import type { PickerLine } from './picker-lines.ts';

/** In px; the style sheet says the same. */
const HEADING = 28;

export interface LineTops {
  readonly tops: readonly number[];
  readonly total: number;
}

const known = new WeakMap<readonly PickerLine[], LineTops>();

/** Where each line begins, in px, and how high they are together. The same object for the same lines. */
export function lineTops(lines: readonly PickerLine[]): LineTops {
  const before = known.get(lines);
  if (before) return before;
  let total = 0;
  const tops = lines.map(({ type }) => {
    const top = total;
    total += type === 'heading' ? HEADING : LINE;
    return top;
  });
  const made = { tops, total };
  known.set(lines, made);
  return made;
}
