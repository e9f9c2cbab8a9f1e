import { messageSchema } from '@parley/realtime/shapes';
import { z } from 'zod';

/** The reader's own place in a thread. `unread`: replies of others after `lastReadSeq`, 0 for one who does not follow. */
export const threadPlaceSchema = z.object({
  parentId: z.uuid(),
  following: z.boolean(),
  lastReadSeq: z.int(),
  unread: z.int(),
});

export const threadOutput = z.object({
  parent: messageSchema,
  /** A page of replies, oldest first. */
  items: z.array(messageSchema),
  nextCursor: z.string().nullable(),
  /** The channel's number when the page was read: changes from here on complete it. */
  seq: z.int(),
  place: threadPlaceSchema,
});

export const threadInboxOutput = z.object({
  items: z.array(
    z.object({
      parent: messageSchema,
      /** The newest replies, at most two, oldest first. */
      latest: z.array(messageSchema),
      place: threadPlaceSchema,
    }),
  ),
  nextCursor: z.string().nullable(),
  /** How many followed threads have something unread. */
  unreadThreads: z.int(),
});

export type ThreadPlace = z.infer<typeof threadPlaceSchema>;
export type Thread = z.infer<typeof threadOutput>;
export type ThreadInbox = z.infer<typeof threadInboxOutput>;
