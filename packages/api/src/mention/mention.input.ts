import { z } from 'zod';
import { cursor, id, moment, pageLimit } from '../input/fields.ts';

export const listMentionsInput = z.strictObject({
  /** One workspace alone; all of the caller's when left out. */
  workspaceId: id.optional(),
  cursor: cursor.optional(),
  unreadOnly: z.boolean().default(false),
  limit: pageLimit,
});
export const markMentionsReadInput = z.strictObject({
  workspaceId: id,
  /** Everything up to this moment was looked at; everything until now when left out. */
  through: moment.optional(),
});

export type ListMentionsInput = z.output<typeof listMentionsInput>;
export type MarkMentionsReadInput = z.output<typeof markMentionsReadInput>;
