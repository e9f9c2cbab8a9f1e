import { prepared } from '@parley/db/query';
import type { Message } from '@parley/realtime/shapes';
import { findMessage } from '../access/message-access.ts';
import { forbidden, notFound } from '../app-error.ts';
import type { VerbContext } from '../trpc/context.ts';
import type { MessageIdInput } from './message.input.ts';
import { mayDelete } from './message.policy.ts';
import { messageView, type StoredMessage, storedMessageColumns } from './message.view.ts';
import { tellMessage } from './tell-message.ts';

// The row stays as a tombstone, so that resume can tell of it; its text and its earlier texts go.
const bury = prepared<StoredMessage>({
  name: 'message_delete',
  text: `WITH target AS (
      SELECT m.id, m."channelId" FROM "Message" m WHERE m.id = $1 AND m."deletedAt" IS NULL FOR NO KEY UPDATE
    ), counted AS (
      UPDATE "Channel" c SET seq = c.seq + 1 FROM target
      WHERE c.id = target."channelId" AND c."deletedAt" IS NULL
      RETURNING c.seq
    ), forgotten AS (
      DELETE FROM "MessageRevision" r USING target, counted WHERE r."messageId" = target.id
    )
    UPDATE "Message" m SET body = '', "deletedAt" = now(), "changeSeq" = counted.seq
    FROM target, counted WHERE m.id = target.id
    RETURNING ${storedMessageColumns}`,
});

/** Deletes a message: its place stays, its text goes. For its author and those who moderate; again is the same answer. */
export async function deleteMessage(ctx: VerbContext, input: MessageIdInput): Promise<Message> {
  const viewerId = ctx.caller.user.id;
  const before = await findMessage(viewerId, input.id);
  if (!before) throw notFound();
  if (!mayDelete(viewerId, before))
    throw forbidden('NOT_AUTHOR', 'Only its author or a moderator may delete a message.');
  if (before.deletedAt) return messageView(before);
  const [changed] = await bury([input.id]);
  if (!changed) {
    const current = await findMessage(viewerId, input.id);
    if (!current) throw notFound();
    return messageView(current);
  }
  const view = messageView({ ...changed, author: before.author });
  tellMessage(ctx.realtime, view);
  return view;
}
