import { isUniqueViolation } from '@parley/db/errors';
import { newId } from '@parley/db/ids';
import { prepared } from '@parley/db/query';
import type { Message } from '@parley/realtime/shapes';
import { findMemberChannel } from '../access/channel-access.ts';
import { AppError, conflict, forbidden, notFound } from '../app-error.ts';
import { noteRead } from '../read-state/note-read.ts';
import { tellThread } from '../thread/tell-thread.ts';
import type { VerbContext } from '../trpc/context.ts';
import { userView } from '../user/user.view.ts';
import { tellMessages } from './change-message.ts';
import type { NewMessage } from './insert-messages.ts';
import type { SendMessageInput } from './message.input.ts';
import { type MessageRow, messageColumns, messageView, storedMessageView, untouched } from './message.view.ts';
import { placeMessage } from './place-message.ts';
import { callsAnybody } from './write-mentions.ts';
import { type MessageToWrite, writeMessage } from './write-message.ts';

const ATTEMPTS = 3;

// One probe of the unique index ("authorId", nonce).
const messageByNonce = prepared<MessageRow & { originalBody: string }>({
  name: 'message_by_nonce',
  text: `SELECT ${messageColumns}, coalesce(
      (SELECT r.body FROM "MessageRevision" r WHERE r."messageId" = m.id ORDER BY r."replacedAt", r.id LIMIT 1), m.body) AS "originalBody"
    FROM "Message" m JOIN "User" u ON u.id = m."authorId" WHERE m."authorId" = $1 AND m.nonce = $2`,
});

/**
 * Sends a message; the answer comes after it is committed. The same author and nonce always give the same message, years
 * later too; the same nonce with other content is CONFLICT. An archived channel is FORBIDDEN. `parentId` makes it a reply to
 * a root message of the channel (another channel's is NOT_FOUND, a reply BAD_REQUEST), which takes the number after it.
 * Who writes has read what stands before it, but for one who is `away`, by a schedule or from another channel.
 */
export async function sendMessage(
  ctx: VerbContext,
  input: SendMessageInput,
  { away = false }: { readonly away?: boolean } = {},
): Promise<Message> {
  const { user } = ctx.caller;
  const { channelId, body, nonce, parentId = null, alsoToChannel = false } = input;
  const message = { id: newId(), channelId, authorId: user.id, body, nonce, parentId, alsoToChannel, away };
  const place = isPlain(message) ? placePlain : placeWithCare;
  let placed = await place(ctx, message);
  for (let attempt = 1; !placed && attempt < ATTEMPTS; attempt += 1) {
    const earlier = await findReason(user.id, input);
    if (earlier) return earlier;
    placed = await place(ctx, message);
  }
  const [sent] = placed ?? [];
  if (!placed || !sent) throw busy();
  await tellSent(ctx, placed, away);
  return sent;
}

/** Tells of a message that was placed, with what follows it. Who answers in a thread has read the thread, not the channel. */
async function tellSent(ctx: VerbContext, placed: readonly Message[], away: boolean): Promise<void> {
  tellMessages(ctx, placed);
  const [sent] = placed;
  if (!sent) return;
  const { channelId, parentId, seq } = sent;
  if (!away) await noteRead(ctx.realtime, { channelId, parentId, userId: ctx.caller.user.id, seq }, false);
  if (parentId !== null) await tellThread(ctx, parentId);
}

function isPlain({ parentId, body, away }: MessageToWrite): boolean {
  return parentId === null && !away && !callsAnybody(body);
}

/** The fast way: nobody is called, nothing is answered, so the message is its own row alone. */
async function placePlain(ctx: VerbContext, message: NewMessage): Promise<Message[] | null> {
  const placed = await placeMessage(message);
  if (!placed) return null;
  const { seq, createdAt } = placed;
  const { id, channelId, body, nonce } = message;
  // The one spread copies a shape; a second would be added field by field.
  const row = { ...untouched, id, channelId, body, nonce, seq, changeSeq: seq, kind: 'USER', createdAt } as const;
  return [storedMessageView(row, userView(ctx.caller.user))];
}

async function placeWithCare(_: VerbContext, message: MessageToWrite): Promise<Message[] | null> {
  return writeMessage(message).catch((error: unknown) => {
    if (isUniqueViolation(error, 'Message_authorId_nonce_key')) return null;
    throw error;
  });
}

/** Why a message was not placed: throws it, or answers the earlier one. Null: the reason is gone, as for one let in again. */
async function findReason(authorId: string, input: SendMessageInput): Promise<Message | null> {
  const channel = await findMemberChannel(authorId, input.channelId);
  if (!channel) throw notFound();
  const [earlier] = await messageByNonce([authorId, input.nonce]);
  if (earlier) return answerRepeated(earlier, input);
  if (channel.archivedAt) throw forbidden('ARCHIVED', 'This channel is archived. Unarchive it to write here.');
  return null;
}

function busy(): AppError {
  const message = 'Could not send just now. Please try again.';
  return new AppError({ code: 'SERVICE_UNAVAILABLE', reason: 'RETRY', message }, { retryAfter: 1 });
}

function answerRepeated(earlier: MessageRow & { originalBody: string }, input: SendMessageInput): Message {
  const samePlace =
    earlier.channelId === input.channelId &&
    earlier.parentId === (input.parentId ?? null) &&
    earlier.alsoToChannel === (input.alsoToChannel ?? false);
  const same = samePlace && (earlier.deletedAt !== null || earlier.originalBody === input.body);
  if (!same) throw conflict('NONCE_USED', 'This nonce belongs to another message. Send with a new one.');
  return messageView(earlier);
}
