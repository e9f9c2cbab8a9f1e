import { z } from 'zod';
import { cursor, id, pageLimit } from '../input/fields.ts';
import { text } from '../input/text.ts';

const q = text({ max: 500 });

export const searchMessagesInput = z.strictObject({
  workspaceId: id,
  q,
  cursor: cursor.optional(),
  limit: pageLimit,
  sort: z.enum(['RELEVANCE', 'NEWEST']).default('RELEVANCE'),
});
export const searchNamesInput = z.strictObject({ workspaceId: id, q: text({ max: 80 }), limit: pageLimit });

export type SearchMessagesInput = z.output<typeof searchMessagesInput>;
export type SearchNamesInput = z.output<typeof searchNamesInput>;
