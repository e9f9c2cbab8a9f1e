export const VIEWERS = ['ada', 'bob', 'eve'];

/** What becomes of the hint of a change. */
export type Fate = 'told' | 'lost' | 'twice' | 'late';

export type Change =
  | { kind: 'send' | 'vanish'; fate: Fate }
  | { kind: 'edit'; pick: number; fate: Fate }
  | { kind: 'leave' | 'join'; who: number; fate: Fate };

export type Disturbance = { kind: 'block' | 'unblock' | 'reopen'; who: number };

export type Step =
  | Change
  | Disturbance
  | { kind: 'fail'; reads: number }
  | { kind: 'rest'; turns: number }
  | { kind: 'check' };

export interface Schedule {
  steps: Step[];
  queue: number;
  page: number;
  /** The hub reads holes for all readers. */
  shared: boolean;
  /** How many turns of the event loop the reads take, one after another, again and again. */
  readTurns: number[];
}
