import { z } from 'zod';
import { cursor, id, moment, pageLimit } from '../input/fields.ts';

export const saveMessageInput = z.strictObject({
  id,
  /** When to be reminded; null takes a reminder away, left out leaves it as it is. */
  remindAt: moment.nullable().optional(),
});
export const savedIdInput = z.strictObject({ id });
export const setSavedDoneInput = z.strictObject({ id, done: z.boolean() });
export const listSavedInput = z.strictObject({
  workspaceId: id,
  /** Those that are done, instead of those that are not. */
  done: z.boolean().default(false),
  cursor: cursor.optional(),
  limit: pageLimit,
});

export const savedIdsInput = z.strictObject({ workspaceId: id });

export type SaveMessageInput = z.output<typeof saveMessageInput>;
export type ListSavedInput = z.output<typeof listSavedInput>;
