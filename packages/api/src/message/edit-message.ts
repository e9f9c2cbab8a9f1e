import { newId } from '@parley/db/ids';
import { prepared } from '@parley/db/query';
import type { Message } from '@parley/realtime/shapes';
import { type AccessibleMessage, findMessage } from '../access/message-access.ts';
import { conflict, forbidden, notFound } from '../app-error.ts';
import type { VerbContext } from '../trpc/context.ts';
import type { EditMessageInput } from './message.input.ts';
import { mayEdit } from './message.policy.ts';
import { messageView, type StoredMessage, storedMessageColumns } from './message.view.ts';
import { tellMessage } from './tell-message.ts';

// The message's row is locked before the channel's: whoever waited reads the text that was committed meanwhile.
const replaceBody = prepared<StoredMessage>({
  name: 'message_edit',
  text: `WITH target AS (
      SELECT m.id, m."channelId", m.body FROM "Message" m
      WHERE m.id = $1 AND m."deletedAt" IS NULL AND m.body <> $2 AND ($5::int IS NULL OR m."changeSeq" = $5)
      FOR NO KEY UPDATE
    ), counted AS (
      UPDATE "Channel" c SET seq = c.seq + 1 FROM target
      WHERE c.id = target."channelId" AND c."archivedAt" IS NULL AND c."deletedAt" IS NULL
      RETURNING c.seq
    ), kept AS (
      INSERT INTO "MessageRevision" (id, "messageId", body, "editorId")
      SELECT $3, target.id, target.body, $4 FROM target, counted
    )
    UPDATE "Message" m SET body = $2, "editedAt" = now(), "changeSeq" = counted.seq
    FROM target, counted WHERE m.id = target.id
    RETURNING ${storedMessageColumns}`,
});

/**
 * Replaces a message's text and keeps the earlier one. Only the author may (FORBIDDEN); a message that was deleted, or
 * changed since `changeSeq`, is CONFLICT. The same text again changes nothing.
 */
export async function editMessage(ctx: VerbContext, input: EditMessageInput): Promise<Message> {
  const viewerId = ctx.caller.user.id;
  const before = await findMessage(viewerId, input.id);
  if (!before) throw notFound();
  checkEditable(viewerId, before);
  const [changed] = await replaceBody([input.id, input.body, newId(), viewerId, input.changeSeq ?? null]);
  if (!changed) return answerUnchanged(viewerId, input);
  const view = messageView({ ...changed, author: before.author });
  tellMessage(ctx.realtime, view);
  return view;
}

function checkEditable(viewerId: string, message: AccessibleMessage): void {
  if (message.deletedAt) throw conflict('DELETED', 'This message was deleted meanwhile.');
  if (!mayEdit(viewerId, message)) throw forbidden('NOT_AUTHOR', 'Only its author may edit a message.');
  if (message.channelArchivedAt) throw forbidden('ARCHIVED', 'This channel is archived. Unarchive it to edit here.');
}

async function answerUnchanged(viewerId: string, input: EditMessageInput): Promise<Message> {
  const current = await findMessage(viewerId, input.id);
  if (!current) throw notFound();
  checkEditable(viewerId, current);
  const stale = input.changeSeq !== undefined && input.changeSeq !== current.changeSeq;
  if (stale || current.body !== input.body)
    throw conflict('CHANGED', 'This message was changed meanwhile. Look at it again.');
  return messageView(current);
}
