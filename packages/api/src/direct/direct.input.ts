import { z } from 'zod';
import { id } from '../input/fields.ts';

/** The most people of one conversation, the caller among them. */
export const maxPeople = 8;

export const openDirectInput = z.strictObject({
  workspaceId: id,
  /** The others; nobody (or oneself) for one's own notes. */
  userIds: z.array(id).max(maxPeople),
});
export const listDirectsInput = z.strictObject({ workspaceId: id });
export const directIdInput = z.strictObject({ channelId: id });

export type OpenDirectInput = z.output<typeof openDirectInput>;
