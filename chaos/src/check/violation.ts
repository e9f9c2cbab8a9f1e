/** A promise that a history breaks. */
export interface Violation {
  readonly rule: Rule;
  readonly text: string;
}

export type Rule = keyof typeof RULES;

/** What each rule says, in the order in which they are printed. */
export const RULES = {
  LOST: 'an acknowledged message is in the final history',
  DOUBLED: 'a message is in the final history once, and is what was sent',
  NUMBERS: 'numbers are unique and without a gap',
  REAL_TIME: 'a message sent after another was acknowledged comes after it',
  STREAM_ORDER: "a reader's stream only goes up, and holds nothing twice",
  STREAM_WHOLE: "a reader's stream holds everything",
  PAYLOAD: 'a message says the same wherever it is read',
  REMOVED: 'nothing reaches a reader after the removal',
  REFUSED: 'a refused message is nowhere',
  UNREAD: 'unread is what the history says',
  HANGING: 'a connected reader is not behind for 10 s while nothing is broken',
  OWN_WRITES: 'a page holds what was acknowledged before it was asked for',
} as const;
