import { newId } from '@parley/db/ids';
import { prepared } from '@parley/db/query';
import type { Message } from '@parley/realtime/shapes';
import { type AccessibleMessage, findMessage, type LockedMessage } from '../access/message-access.ts';
import { conflict, forbidden, notFound } from '../app-error.ts';
import { followMentioned } from '../thread/follow-thread.ts';
import { tellThread } from '../thread/tell-thread.ts';
import type { VerbContext } from '../trpc/context.ts';
import { type Client, changeMessage, takeNumbers } from './change-message.ts';
import type { EditMessageInput } from './message.input.ts';
import { mayEdit } from './message.policy.ts';
import { rewriteMentions } from './write-mentions.ts';

const replaceBody = prepared({
  name: 'message_edit',
  text: `WITH kept AS (
      INSERT INTO "MessageRevision" (id, "messageId", body, "editorId") VALUES ($3, $1, $6, $4)
    )
    UPDATE "Message" m SET body = $2, "searchIndexed" = false, "editedAt" = now(), "changeSeq" = $5, "editSeq" = $5
    WHERE m.id = $1`,
});

/**
 * Replaces a message's text and keeps the earlier one. Only the author may (FORBIDDEN); a message that was deleted, or
 * whose text was changed since `changeSeq`, is CONFLICT; reactions and replies since are not. The same text again changes nothing.
 */
export async function editMessage(ctx: VerbContext, input: EditMessageInput): Promise<Message> {
  const viewerId = ctx.caller.user.id;
  const before = await findMessage(viewerId, input.id);
  if (!before) throw notFound();
  checkEditable(viewerId, before);
  const called: string[] = [];
  const edited = await changeMessage(ctx, input.id, async (client, message) => {
    checkUnchanged(input, message);
    if (message.body === input.body) return [];
    const seq = await takeNumbers(client, message.channelId);
    await replaceBody([input.id, input.body, newId(), viewerId, seq, message.body], client);
    called.push(...(await callAnew(client, { ...message, body: input.body })));
    return [input.id];
  });
  if (called.length > 0 && edited.parentId !== null) await tellThread(ctx, edited.parentId);
  return edited;
}

/** The text of the message as it stands now, whoever changed it meanwhile. */
function checkUnchanged(input: EditMessageInput, message: LockedMessage): void {
  if (message.deletedAt) throw deleted();
  const { seq, changeSeq, editSeq, editedAt } = message;
  const textSeq = editSeq ?? (editedAt ? changeSeq : seq);
  if (input.changeSeq !== undefined && input.changeSeq < textSeq)
    throw conflict('CHANGED', 'This message was changed meanwhile. Look at it again.');
}

/** Calls whom the new text calls, and answers those whom the old one did not. */
async function callAnew(client: Client, message: LockedMessage): Promise<string[]> {
  const called = await rewriteMentions(client, message);
  if (message.parentId !== null) await followMentioned(client, { ...message, parentId: message.parentId }, called);
  return called;
}

function deleted(): Error {
  return conflict('DELETED', 'This message was deleted meanwhile.');
}

function checkEditable(viewerId: string, message: AccessibleMessage): void {
  if (message.deletedAt) throw deleted();
  if (!mayEdit(viewerId, message)) throw forbidden('NOT_AUTHOR', 'Only its author may edit a message.');
  if (message.channelArchivedAt) throw forbidden('ARCHIVED', 'This channel is archived. Unarchive it to edit here.');
}
