import { prepared } from '@parley/db/query';
import type { Message } from '@parley/realtime/shapes';
import type { MemberChannel } from '../access/channel-access.ts';
import { AppError, forbidden } from '../app-error.ts';
import { readCursor, writeCursor } from '../page/cursor.ts';
import type { VerbContext } from '../trpc/context.ts';
import { type Client, changeMessage, takeNumbers } from './change-message.ts';
import { insertNotes } from './insert-notes.ts';
import type { PinnedInput } from './message.input.ts';
import { type MessageRow, messageColumns, messageView } from './message.view.ts';
import { checkStanding } from './react-message.ts';

const place = prepared({
  name: 'message_pin',
  text: `UPDATE "Message" SET "pinnedAt" = now(), "pinnedById" = $2, "changeSeq" = $3 WHERE id = $1`,
});
const take = prepared({
  name: 'message_unpin',
  text: `UPDATE "Message" SET "pinnedAt" = NULL, "pinnedById" = NULL, "changeSeq" = $2 WHERE id = $1`,
});
// "Message_pinned_idx" of the channel, at most as long as the limit.
const room = prepared<{ pinned: number; limit: number }>({
  name: 'message_pin_room',
  text: `SELECT w."pinLimit" AS "limit",
      (SELECT count(*)::int FROM "Message" m WHERE m."channelId" = c.id AND m."pinnedAt" IS NOT NULL) AS pinned
    FROM "Channel" c JOIN "Workspace" w ON w.id = c."workspaceId" WHERE c.id = $1`,
});

/**
 * Pins a message for everybody in the channel, where a note tells of it. Again is the same answer. PRECONDITION_FAILED when
 * the channel has as many as the workspace allows.
 */
export async function pinMessage(ctx: VerbContext, id: string): Promise<Message> {
  const userId = ctx.caller.user.id;
  return changeMessage(ctx, id, async (client, message) => {
    checkStanding(message);
    if (message.kind === 'SYSTEM') throw forbidden('SYSTEM', 'Only what people wrote can be pinned.');
    if (message.pinnedAt) return [];
    const { channelId } = message;
    // From here on the channel is this transaction's: nobody pins between the count and the pin.
    const seq = await takeNumbers(client, channelId, { count: 2 });
    await checkRoom(client, channelId);
    await place([id, userId, seq - 1], client);
    const noteIds = await insertNotes(client, { channelId, authorId: userId, firstSeq: seq }, [
      { type: 'pinned', messageId: id },
    ]);
    return [id, ...noteIds];
  });
}

async function checkRoom(client: Client, channelId: string): Promise<void> {
  const [row] = await room([channelId], client);
  if (!row || row.pinned < row.limit) return;
  const message = `This channel has ${row.limit} pinned messages. Unpin one first.`;
  throw new AppError({ code: 'PRECONDITION_FAILED', reason: 'PIN_LIMIT', message });
}

/** Takes a message's pin away. Again is the same answer. */
export async function unpinMessage(ctx: VerbContext, id: string): Promise<Message> {
  return changeMessage(ctx, id, async (client, { channelId, pinnedAt }) => {
    if (!pinnedAt) return [];
    await take([id, await takeNumbers(client, channelId)], client);
    return [id];
  });
}

// A backward range of "Message_pinned_idx".
const pinnedPage = prepared<MessageRow>({
  name: 'message_pinned',
  text: `SELECT ${messageColumns} FROM "Message" m JOIN "User" u ON u.id = m."authorId"
    WHERE m."channelId" = $1 AND m."pinnedAt" IS NOT NULL
      AND ($2::timestamptz IS NULL OR (m."pinnedAt", m.id) < ($2, $3::uuid))
    ORDER BY m."pinnedAt" DESC, m.id DESC LIMIT $4`,
});

/** A channel's pinned messages, the latest pin first. */
export async function listPinned(
  channel: MemberChannel,
  { cursor, limit }: PinnedInput,
): Promise<{ items: Message[]; nextCursor: string | null }> {
  const scope = `message.pinned ${channel.id}`;
  const [at, id] = cursor === undefined ? [] : readCursor(scope, cursor).split(' ');
  const rows = await pinnedPage([channel.id, at === undefined ? null : new Date(at), id ?? null, limit + 1]);
  const items = rows.slice(0, limit).map(messageView);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last ? writeCursor(scope, `${last.pinnedAt} ${last.id}`) : null };
}
