import { newId } from '@parley/db/ids';
import { prepared } from '@parley/db/query';
import type { Message } from '@parley/realtime/shapes';
import { findMemberChannel } from '../access/channel-access.ts';
import { AppError, conflict, forbidden, notFound } from '../app-error.ts';
import type { VerbContext } from '../trpc/context.ts';
import { userView } from '../user/user.view.ts';
import type { SendMessageInput } from './message.input.ts';
import { type MessageRow, messageColumns, messageView, storedMessageView } from './message.view.ts';
import { placeMessage } from './place-message.ts';
import { tellMessage } from './tell-message.ts';

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
 * later too; the same nonce with other content is CONFLICT. An archived channel is FORBIDDEN.
 */
export async function sendMessage(ctx: VerbContext, input: SendMessageInput): Promise<Message> {
  const { user } = ctx.caller;
  const { channelId, body, nonce } = input;
  const message = { id: newId(), channelId, authorId: user.id, body, nonce };
  let placed = await placeMessage(message);
  for (let attempt = 1; !placed && attempt < ATTEMPTS; attempt += 1) {
    const earlier = await findReason(user.id, input);
    if (earlier) return earlier;
    placed = await placeMessage(message);
  }
  if (!placed) throw busy();
  const { seq, createdAt } = placed;
  const stored = { id: message.id, channelId, seq, changeSeq: seq, kind: 'USER', body, nonce, createdAt } as const;
  const view = storedMessageView({ ...stored, editedAt: null, deletedAt: null }, userView(user));
  tellMessage(ctx.realtime, view);
  return view;
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
  const same =
    earlier.channelId === input.channelId && (earlier.deletedAt !== null || earlier.originalBody === input.body);
  if (!same) throw conflict('NONCE_USED', 'This nonce belongs to another message. Send with a new one.');
  return messageView(earlier);
}
