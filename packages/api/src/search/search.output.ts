import { channelKindSchema, messageSchema } from '@parley/realtime/shapes';
import { z } from 'zod';

export const hitChannelSchema = z.object({ id: z.uuid(), name: z.string(), kind: channelKindSchema });
/** A stretch of the message's body that made it a hit, in UTF-16 units. */
export const highlightSchema = z.object({ start: z.int().nonnegative(), end: z.int().nonnegative() });
export const searchMessagesOutput = z.object({
  items: z.array(z.object({ message: messageSchema, channel: hitChannelSchema, highlights: z.array(highlightSchema) })),
  nextCursor: z.string().nullable(),
});

export type MessageHit = z.infer<typeof searchMessagesOutput>['items'][number];
