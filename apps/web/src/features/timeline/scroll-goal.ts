/** A place to go to. `at` is where in the view the row's top is to be, from 0 (top) to 1. */
export type Goal =
  | { to: 'end' }
  | { to: 'row'; seq: number; at: number | 'middle' }
  | { to: 'offset'; seq: number; top: number };

/** What is to be seen before a row that one is brought to, at the least, in px. */
const CONTEXT = 90;

export interface GoalPlace {
  /** Where the row's top is now, from the view's upper edge, in px. */
  top: number;
  height: number;
  viewHeight: number;
  /** How far the view is from the end. */
  fromEnd: number;
}

/** Where the row's top is to be, from the view's upper edge, in px. */
export function wantedTop(goal: Exclude<Goal, { to: 'end' }>, { top, height, viewHeight, fromEnd }: GoalPlace): number {
  if (goal.to === 'offset') return goal.top;
  if (goal.at === 'middle') return Math.max(16, (viewHeight - height) / 2);
  // If all behind the row fits at the end, with something before it, that is better still.
  const atEnd = top - fromEnd;
  return atEnd >= CONTEXT ? atEnd : viewHeight * goal.at;
}
