import type { Message } from '@parley/realtime/shapes';
import { gathersWith } from '../message/system-note-words.ts';
import type { RowLayout } from './row-layout.ts';

/**
 * `spokenFor`: a later row says it too. Otherwise the notes, or the messages that are folded away, that the row speaks for,
 * itself the last; null for a row that stands for itself.
 */
export type Gathered = 'spokenFor' | readonly Message[] | null;

/** So many rows are one line at the most. */
const MOST = 200;
const made = new WeakMap<Message, { first: Message; notes: readonly Message[] }>();

/**
 * How row `index` goes with its neighbours: notes of one kind that follow each other are one line, the last; so are messages
 * that are folded away, and one of them alone.
 */
export function gatheredAt(layout: RowLayout, index: number): Gathered {
  const folded = layout.isFolded(index);
  if (!folded && layout.rows.at(index)?.message.kind !== 'SYSTEM') return null;
  if (goesOn(layout, index + 1)) return 'spokenFor';
  let start = index;
  while (index - start < MOST && goesOn(layout, start)) start -= 1;
  return start === index && !folded ? null : messagesBetween(layout, start, index);
}

/** The messages that row `index` folds away, itself the last; null for any other row. */
export function foldedAt(layout: RowLayout, index: number): readonly Message[] | null {
  const gathered = layout.isFolded(index) ? gatheredAt(layout, index) : null;
  return gathered === 'spokenFor' ? null : gathered;
}

/** The messages of some rows; the same array for the same ones. */
function messagesBetween({ rows }: RowLayout, start: number, end: number): readonly Message[] | null {
  const first = rows.at(start)?.message;
  const last = rows.at(end)?.message;
  if (!first || !last) return null;
  const known = made.get(last);
  if (known?.first === first && known.notes.length === end - start + 1) return known.notes;
  const notes = Array.from({ length: end - start + 1 }, (_, step) => rows.at(start + step)?.message ?? last);
  made.set(last, { first, notes });
  return notes;
}

/** Whether row `index` goes on in the line of the one before. */
function goesOn(layout: RowLayout, index: number): boolean {
  const message = layout.rows.at(index)?.message;
  if (!message) return false;
  const folded = layout.isFolded(index) && layout.isFolded(index - 1);
  if (!folded && !gathersWith(layout.rows.at(index - 1)?.message, message)) return false;
  const { newDay, firstUnread, firstReply } = layout.place(index);
  return !newDay && !firstUnread && !firstReply;
}
