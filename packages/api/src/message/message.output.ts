import { channelEventSchema } from '@parley/realtime/events';
import { channelSchema, messageSchema, userSchema } from '@parley/realtime/shapes';
import { z } from 'zod';

const cursor = z.string().nullable();

export const messagePageOutput = z.object({
  items: z.array(messageSchema),
  nextCursor: cursor,
  olderCursor: cursor,
  newerCursor: cursor,
  seq: z.int(),
});

export const changesOutput = z.object({
  items: z.array(z.object({ seq: z.int(), event: channelEventSchema })),
  /** Everything up to this number is in the answer. */
  seq: z.int(),
  more: z.boolean(),
});

export const cardOutput = z.object({
  message: messageSchema,
  channel: channelSchema.pick({ id: true, name: true, kind: true }),
  workspace: z.object({ id: z.uuid(), slug: z.string() }),
});
export type MessageCard = z.infer<typeof cardOutput>;

export const pinnedOutput = z.object({ items: z.array(messageSchema), nextCursor: cursor });

export const revisionsOutput = z.object({
  items: z.array(z.object({ body: z.string(), replacedAt: z.iso.datetime(), editor: userSchema })),
  nextCursor: cursor,
});
