import type { EncodedEvent } from '@parley/realtime/encoded-event';
import { mentionsSchema } from '@parley/realtime/shapes';
import { z } from 'zod';

const messageEvent = z.object({
  type: z.literal('message'),
  message: z.object({
    id: z.string(),
    seq: z.int(),
    kind: z.enum(['USER', 'SYSTEM']),
    body: z.string(),
    parentId: z.string().nullable(),
    alsoToChannel: z.boolean(),
    createdAt: z.string(),
    deletedAt: z.string().nullable(),
    author: z.object({ id: z.string(), displayName: z.string() }),
    mentions: mentionsSchema,
  }),
});

/** What a notification needs of a message. */
export type HeardMessage = z.infer<typeof messageEvent>['message'];

/** An event, and the number up to which the channel was known when it came; -1 for nothing. */
export interface HeardEvent {
  readonly event: EncodedEvent;
  readonly after: number;
}

const read = new WeakMap<EncodedEvent, HeardMessage | null>();

function readMessage({ json }: EncodedEvent): HeardMessage | null {
  if (!json.startsWith('{"type":"message"')) return null;
  try {
    return messageEvent.parse(JSON.parse(json)).message;
  } catch {
    // Of a server that speaks otherwise: nobody is called by it, and it shows all the same.
    return null;
  }
}

/** The message that an event tells of, or null. All inboxes of a process share one object, so it is read once for all. */
function messageIn(event: EncodedEvent): HeardMessage | null {
  const known = read.get(event);
  if (known !== undefined) return known;
  const message = readMessage(event);
  read.set(event, message);
  return message;
}

function isNew(message: HeardMessage, { event, after }: HeardEvent): boolean {
  return after < 0 ? message.seq === event.seq : message.seq > after;
}

/** The new messages among what was heard, as they stand at its end, without those that were deleted meanwhile. */
export function newMessages(heard: readonly HeardEvent[]): HeardMessage[] {
  const standing = new Map<string, HeardMessage>();
  for (const one of heard) {
    const message = messageIn(one.event);
    if (!message) continue;
    if (message.deletedAt !== null) standing.delete(message.id);
    else if (standing.has(message.id) || isNew(message, one)) standing.set(message.id, message);
  }
  return [...standing.values()];
}
