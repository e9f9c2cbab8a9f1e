import { z } from 'zod';
import { readCursor, writeCursor } from '../page/cursor.ts';
import type { SearchMessagesInput } from './search.input.ts';

/** Where a page of hits ended: its mode of looking stays for the pages that follow. */
const placeSchema = z.object({
  mode: z.enum(['WORDS', 'PARTS', 'ALIKE']),
  /** By time: the last hit's. By relevance: when the first page was asked for. */
  at: z.number(),
  id: z.uuid(),
  /** By relevance: the last hit's. */
  score: z.number(),
});

export type SearchPlace = z.infer<typeof placeSchema>;

function scopeOf(viewerId: string, { workspaceId, sort, q }: SearchMessagesInput): string {
  return `search.messages ${workspaceId} ${viewerId} ${sort} ${q}`;
}

/** The place that an input's cursor goes on from. A cursor of another search is BAD_REQUEST. */
export function readSearchCursor(viewerId: string, input: SearchMessagesInput): SearchPlace | null {
  if (input.cursor === undefined) return null;
  return placeSchema.parse(JSON.parse(readCursor(scopeOf(viewerId, input), input.cursor)));
}

/** The cursor that goes on after a place. */
export function writeSearchCursor(viewerId: string, input: SearchMessagesInput, place: SearchPlace): string {
  return writeCursor(scopeOf(viewerId, input), JSON.stringify(place));
}
