import { z } from 'zod';
import { id } from '../input/fields.ts';
import { text } from '../input/text.ts';

/** Two less than the database counts: saving takes the next number, and so does throwing away what was saved. */
const version = z.number().int().min(0).max(2_147_483_645);
/** A channel, or a thread in it. */
const place = { channelId: id, parentId: id.optional() };

export const listDraftsInput = z.strictObject({ workspaceId: id });
export const saveDraftInput = z.strictObject({
  ...place,
  body: text({ max: 40_000 }),
  fileIds: z.array(id).max(10).default([]),
  /** The version that this one goes on from; 0 where the device knows of none. */
  version,
});
export const discardDraftInput = z.strictObject({ ...place, version: version.optional() });

export type SaveDraftInput = z.output<typeof saveDraftInput>;
export type DiscardDraftInput = z.output<typeof discardDraftInput>;
