export interface DraftSides {
  /** What this device shows. */
  readonly mine: string;
  /** What the server has now. */
  readonly theirs: string;
  /** What both were when they last agreed. */
  readonly base: string;
}

/** One text out of two that may both have changed. Nothing that was written on either side is lost. */
export function joinDrafts({ mine, theirs, base }: DraftSides): string {
  if (theirs === base) return mine;
  if (mine === base || theirs.includes(mine)) return theirs;
  if (mine.includes(theirs)) return mine;
  return `${mine}\n\n${theirs}`;
}
