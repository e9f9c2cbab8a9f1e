import { channelKindSchema, channelSchema, messageSchema, userSchema } from '@parley/realtime/shapes';
import { z } from 'zod';
import { viewerChannelSchema } from '../channel/viewer-channel.view.ts';

export const hitChannelSchema = z.object({ id: z.uuid(), name: z.string(), kind: channelKindSchema });
/** A stretch of the message's body that made it a hit, in UTF-16 units. */
export const highlightSchema = z.object({ start: z.int().nonnegative(), end: z.int().nonnegative() });
export const searchMessagesOutput = z.object({
  items: z.array(z.object({ message: messageSchema, channel: hitChannelSchema, highlights: z.array(highlightSchema) })),
  nextCursor: z.string().nullable(),
});

export type MessageHit = z.infer<typeof searchMessagesOutput>['items'][number];

const foundChannel = channelSchema.extend({ joined: z.boolean() });
export const searchChannelsOutput = z.object({ items: z.array(foundChannel) });
export const searchPeopleOutput = z.object({ items: z.array(userSchema) });
export const searchJumpOutput = z.object({
  items: z.array(
    z.discriminatedUnion('type', [
      /** A channel or a direct of the caller's. */
      z.object({ type: z.literal('channel'), channel: viewerChannelSchema }),
      /** A channel that the caller could join. */
      z.object({ type: z.literal('openChannel'), channel: foundChannel }),
      z.object({ type: z.literal('person'), user: userSchema }),
    ]),
  ),
});
