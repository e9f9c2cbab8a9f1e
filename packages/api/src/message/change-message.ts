import { prepared } from '@parley/db/query';
import { transaction } from '@parley/db/transaction';
import type { Message } from '@parley/realtime/shapes';
import { type LockedMessage, lockMessage } from '../access/message-access.ts';
import { forbidden, notFound } from '../app-error.ts';
import type { VerbContext } from '../trpc/context.ts';
import { type MessageRow, messageColumns, messageView } from './message.view.ts';
import { tellMessage } from './tell-message.ts';

export type Client = Parameters<Parameters<typeof transaction>[0]>[0];

const takeOpen = prepared<{ seq: number }>({
  name: 'message_take_numbers',
  text: `UPDATE "Channel" SET seq = seq + $2::int WHERE id = $1 AND "deletedAt" IS NULL AND ($3 OR "archivedAt" IS NULL)
    RETURNING seq`,
});

/** The answer where nothing may change any more. */
export function archived(): Error {
  return forbidden('ARCHIVED', 'This channel is archived. Unarchive it first.');
}

/**
 * Takes a channel's next numbers, in a transaction that has its members and messages locked already; answers the last of
 * them. FORBIDDEN in an archived channel, unless `evenArchived`.
 */
export async function takeNumbers(
  client: Client,
  channelId: string,
  { count = 1, evenArchived = false }: { count?: number; evenArchived?: boolean } = {},
): Promise<number> {
  const [taken] = await takeOpen([channelId, count, evenArchived], client);
  if (!taken) throw archived();
  return taken.seq;
}

const byIds = prepared<MessageRow>({
  name: 'message_by_ids',
  text: `SELECT ${messageColumns} FROM "Message" m JOIN "User" u ON u.id = m."authorId"
    WHERE m.id = ANY($1::uuid[]) ORDER BY m."changeSeq"`,
});

/** Messages as a transaction left them, in the order of their latest change. */
export async function readMessages(client: Client, ids: readonly string[]): Promise<Message[]> {
  return (await byIds([ids], client)).map(messageView);
}

/** Tells of messages that were just committed, in their order. */
export function tellMessages({ realtime }: VerbContext, messages: readonly Message[]): void {
  for (const message of messages) tellMessage(realtime, message);
}

/**
 * Changes a message in a transaction, and tells of it. `work` gets the locked message and answers the ids of all messages
 * it changed; none means that everything stands as it is asked for. NOT_FOUND for who is not in the channel.
 */
export async function changeMessage(
  ctx: VerbContext,
  id: string,
  work: (client: Client, message: LockedMessage) => Promise<readonly string[]>,
): Promise<Message> {
  const { changed, messages } = await transaction(async (client) => {
    const locked = await lockMessage(client, ctx.caller.user.id, id);
    if (!locked) throw notFound();
    const ids = await work(client, locked);
    return { changed: ids.length > 0, messages: await readMessages(client, ids.length > 0 ? ids : [id]) };
  });
  if (changed) tellMessages(ctx, messages);
  const message = messages.find((candidate) => candidate.id === id);
  if (!message) throw notFound();
  return message;
}
