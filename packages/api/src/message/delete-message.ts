import { prepared } from '@parley/db/query';
import type { Message } from '@parley/realtime/shapes';
import { findMessage } from '../access/message-access.ts';
import { forbidden, notFound } from '../app-error.ts';
import { tellThread } from '../thread/tell-thread.ts';
import type { VerbContext } from '../trpc/context.ts';
import { changeMessage, takeNumbers } from './change-message.ts';
import type { MessageIdInput } from './message.input.ts';
import { mayDelete, moderates } from './message.policy.ts';
import { messageView } from './message.view.ts';
import { lockParentOf, recountReplies } from './message-thread.ts';

// The row stays as a tombstone, so that resume can tell of it; its text, its earlier texts and what hangs on it go.
const bury = prepared({
  name: 'message_delete',
  text: `WITH forgotten AS (DELETE FROM "MessageRevision" WHERE "messageId" = $1),
      unmentioned AS (DELETE FROM "Mention" WHERE "messageId" = $1),
      cleared AS (DELETE FROM "Reaction" WHERE "messageId" = $1)
    UPDATE "Message" m SET body = '', "searchIndexed" = false, "deletedAt" = now(), "deletedById" = $2,
      "pinnedAt" = NULL, "pinnedById" = NULL, "changeSeq" = $3
    WHERE m.id = $1`,
});

/**
 * Deletes a message: its place stays, and a thread below it; its text goes. For its author and those who moderate; again is
 * the same answer. The parent of a reply is counted anew, and takes the number after it.
 */
export async function deleteMessage(ctx: VerbContext, input: MessageIdInput): Promise<Message> {
  const viewerId = ctx.caller.user.id;
  const before = await findMessage(viewerId, input.id);
  if (!before) throw notFound();
  if (!mayDelete(viewerId, before, moderates(before)))
    throw forbidden('NOT_AUTHOR', 'Only its author or a moderator may delete a message.');
  if (before.deletedAt) return messageView(before);
  const message = await changeMessage(ctx, input.id, async (client, { id, channelId, parentId, deletedAt }) => {
    if (deletedAt) return [];
    if (parentId === null) {
      await bury([id, viewerId, await takeNumbers(client, channelId, { evenArchived: true })], client);
      return [id];
    }
    await lockParentOf(client, parentId);
    const seq = await takeNumbers(client, channelId, { count: 2, evenArchived: true });
    await bury([id, viewerId, seq - 1], client);
    await recountReplies(client, parentId, seq);
    return [id, parentId];
  });
  if (message.parentId !== null) await tellThread(ctx, message.parentId);
  return message;
}
