import { messageSchema, userSchema } from '@parley/realtime/shapes';
import { z } from 'zod';

/** Something that concerns the reader: they were called, alone or with everybody, answered, or somebody reacted. */
export const mentionSchema = z
  .object({
    id: z.string(),
    kind: z.enum(['MENTION', 'EVERYONE', 'REPLY', 'REACTION']),
    workspaceId: z.uuid(),
    channelId: z.uuid(),
    /** The message that calls or answers; of a reaction the one it was set on. */
    message: messageSchema,
    /** Who called, answered or reacted. */
    actor: userSchema,
    /** Of a reaction. */
    emoji: z.string().nullable(),
    createdAt: z.iso.datetime(),
    /** Neither its channel or thread was read up to it, nor this list since. */
    unread: z.boolean(),
  })
  .meta({ id: 'Mention' });

export const mentionsOutput = z.object({ items: z.array(mentionSchema), nextCursor: z.string().nullable() });
export const mentionsReadOutput = z.object({ workspaceId: z.uuid(), readAt: z.iso.datetime() });

export type MentionItem = z.infer<typeof mentionSchema>;
