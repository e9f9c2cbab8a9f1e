import { z } from 'zod';
import { id, sequence } from '../input/fields.ts';

/** The most people of one conversation, the caller among them. */
export const maxPeople = 8;
/** So many conversations are told of in one call. */
export const maxDelivered = 100;

export const openDirectInput = z.strictObject({
  workspaceId: id,
  /** The others; nobody (or oneself) for one's own notes. */
  userIds: z.array(id).max(maxPeople),
});
export const listDirectsInput = z.strictObject({ workspaceId: id });
export const directIdInput = z.strictObject({ channelId: id });

export const markDeliveredInput = z.strictObject({
  workspaceId: id,
  /** Up to where a device of the caller's knows of each conversation of two. */
  positions: z
    .array(z.strictObject({ channelId: id, seq: sequence }))
    .min(1)
    .max(maxDelivered),
});

export type MarkDeliveredInput = z.output<typeof markDeliveredInput>;
export type DeliveredPosition = MarkDeliveredInput['positions'][number];
export type OpenDirectInput = z.output<typeof openDirectInput>;
