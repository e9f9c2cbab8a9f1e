import { z } from 'zod';
import { channelMemberSchema, channelSchema, messageSchema } from './shapes.ts';

// The one door for the browser: everything that crosses the wire as an event, and nothing but zod.
export * from './shapes.ts';
export * from './signals.ts';

/** A durable change of a channel. Its number travels beside it, as the event's id. */
export const channelEventSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('message'), message: messageSchema }),
  z.object({
    type: z.literal('member'),
    member: channelMemberSchema,
    /** How many members the channel has now. */
    memberCount: z.int().nonnegative(),
  }),
  z.object({ type: z.literal('channel'), channel: channelSchema }),
]);

export type ChannelEvent = z.infer<typeof channelEventSchema>;
