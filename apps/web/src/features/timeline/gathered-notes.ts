import type { Message } from '@parley/realtime/shapes';
import { gathersWith } from '../message/system-note-words.ts';
import type { RowLayout } from './row-layout.ts';

/** `spokenFor`: a later row says it too. Otherwise the notes that the row speaks for, itself the last; null for one alone. */
export type Gathered = 'spokenFor' | readonly Message[] | null;

/** So many notes are one line at the most. */
const MOST = 200;
const made = new WeakMap<Message, { first: Message; notes: readonly Message[] }>();

/** How the note in row `index` goes with its neighbours: those of one kind that follow each other are one line, the last. */
export function gatheredAt(layout: RowLayout, index: number): Gathered {
  const last = layout.rows.at(index)?.message;
  if (last?.kind !== 'SYSTEM') return null;
  if (goesOn(layout, index + 1)) return 'spokenFor';
  let start = index;
  while (index - start < MOST && goesOn(layout, start)) start -= 1;
  return start === index ? null : notesBetween(layout, start, index);
}

/** The notes of some rows; the same array for the same notes. */
function notesBetween({ rows }: RowLayout, start: number, end: number): readonly Message[] | null {
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
  const note = layout.rows.at(index)?.message;
  if (!note || !gathersWith(layout.rows.at(index - 1)?.message, note)) return false;
  const { newDay, firstUnread } = layout.place(index);
  return !newDay && !firstUnread;
}
