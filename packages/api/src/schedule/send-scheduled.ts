import { prepared } from '@parley/db/query';
import { type TransactionClient, transaction } from '@parley/db/transaction';
import type { Realtime } from '@parley/realtime/realtime';
import type { Message } from '@parley/realtime/shapes';
import { findMemberChannel } from '../access/channel-access.ts';
import { AppError, conflict, notFound } from '../app-error.ts';
import { sendMessage } from '../message/send-message.ts';
import type { VerbContext } from '../trpc/context.ts';
import { refuseToBlocked } from '../user/refuse-to-blocked.ts';

type Author = VerbContext['caller']['user'];

interface Due {
  readonly id: string;
  readonly channelId: string;
  readonly parentId: string | null;
  readonly body: string;
  readonly nonce: string;
  readonly sentAt: Date | null;
  readonly author: Author;
}

const columns = `s.id, s."channelId", s."parentId", s.body, s.nonce, s."sentAt", (SELECT to_jsonb(a) FROM (
    SELECT u.id, u.kind, u.handle, u."displayName", u.email, u."avatarUrl", u.title, u.timezone, u.locale, u."statusEmoji",
      u."statusText", u."statusExpiresAt", u."deactivatedAt", u."createdAt" FROM "User" u WHERE u.id = s."userId") a) AS author`;

// The first of the partial index "ScheduledMessage_sendAt_idx" that no other server is sending.
const nextDue = prepared<Due>({
  name: 'schedule_next_due',
  text: `SELECT ${columns} FROM "ScheduledMessage" s WHERE s."sentAt" IS NULL AND s.failure IS NULL AND s."sendAt" <= now()
    ORDER BY s."sendAt" LIMIT 1 FOR UPDATE OF s SKIP LOCKED`,
});

const ownOne = prepared<Due>({
  name: 'schedule_take',
  text: `SELECT ${columns} FROM "ScheduledMessage" s WHERE s.id = $1 AND s."userId" = $2 FOR UPDATE OF s`,
});

const end = prepared({
  name: 'schedule_end',
  text: `UPDATE "ScheduledMessage" SET "sentAt" = CASE WHEN $2::text IS NULL THEN now() END, failure = $2 WHERE id = $1`,
});

/** Answers that will be others when the same is asked a moment later. */
const passing = new Set(['SERVICE_UNAVAILABLE', 'TOO_MANY_REQUESTS']);

/** Sends as `message.send` does: for who is in the channel now, and not to somebody whom they blocked since. */
async function send(ctx: VerbContext, { channelId, parentId, body, nonce }: Due): Promise<Message> {
  const channel = await findMemberChannel(ctx.caller.user.id, channelId);
  if (!channel) throw notFound();
  await refuseToBlocked({ ...ctx, channel });
  return sendMessage(ctx, { channelId, body, nonce, ...(parentId === null ? {} : { parentId }) });
}

/** Who is not here writes by no session of theirs; the message goes the way of every other, with every check. */
function contextOf(realtime: Realtime, { id, author }: Due): VerbContext {
  const times = { createdAt: new Date(author.createdAt), expires: new Date() };
  const statusExpiresAt = author.statusExpiresAt && new Date(author.statusExpiresAt);
  const user = { ...author, statusExpiresAt, createdAt: times.createdAt };
  return { realtime, caller: { user, session: { id, kind: 'PROGRAM', userId: author.id, ...times } } };
}

async function sendOne(realtime: Realtime, client: TransactionClient): Promise<boolean> {
  const [due] = await nextDue([], client);
  if (!due) return false;
  const failure = await failureOf(due, contextOf(realtime, due));
  await end([due.id, failure], client);
  return true;
}

async function failureOf(due: Due, ctx: VerbContext): Promise<string | null> {
  if (due.author.deactivatedAt) return 'Your account is deactivated.';
  try {
    await send(ctx, due);
    return null;
  } catch (error) {
    if (!(error instanceof AppError) || passing.has(error.code)) throw error;
    return error.code === 'NOT_FOUND' ? 'You are not in this channel any more.' : error.message;
  }
}

/**
 * Sends what is due, one after the other, and answers how many were sent or refused for good. The row is locked while it
 * is sent, and sent with its nonce: servers that do this together, or one that dies between, send it once.
 */
export async function sendDue(realtime: Realtime, most = 50): Promise<number> {
  for (let sent = 0; sent < most; sent += 1) {
    if (!(await transaction((client) => sendOne(realtime, client)))) return sent;
  }
  return most;
}

/** Sends one of the caller's scheduled messages at once. One that was sent already is CONFLICT. */
export async function sendScheduledNow(ctx: VerbContext, id: string): Promise<Message> {
  return transaction(async (client) => {
    const [own] = await ownOne([id, ctx.caller.user.id], client);
    if (!own) throw notFound();
    if (own.sentAt) throw conflict('SENT', 'This message was sent already.');
    const message = await send(ctx, own);
    await end([id, null], client);
    return message;
  });
}
