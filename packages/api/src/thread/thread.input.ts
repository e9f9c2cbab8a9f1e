import { z } from 'zod';
import { cursor, id, pageLimit, sequence } from '../input/fields.ts';

export const threadIdInput = z.strictObject({ parentId: id });
export const getThreadInput = z.strictObject({
  parentId: id,
  cursor: cursor.optional(),
  /** From the newest reply back, or from the first one on. Either way a page is in the order of the thread. */
  direction: z.enum(['BACKWARD', 'FORWARD']).default('BACKWARD'),
  limit: pageLimit,
});
export const threadInboxInput = z.strictObject({ workspaceId: id, cursor: cursor.optional(), limit: pageLimit });
export const markThreadReadInput = z.strictObject({ parentId: id, seq: sequence });

export type ThreadIdInput = z.output<typeof threadIdInput>;
export type GetThreadInput = z.output<typeof getThreadInput>;
export type ThreadInboxInput = z.output<typeof threadInboxInput>;
export type MarkThreadReadInput = z.output<typeof markThreadReadInput>;
