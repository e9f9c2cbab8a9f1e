import { dbEnv } from '@parley/db/env';
import { isUnavailable } from '@parley/db/errors';
import { prepared } from '@parley/db/query';
import { transaction } from '@parley/db/transaction';
import type { Realtime } from '@parley/realtime/realtime';
import type { Message } from '@parley/realtime/shapes';
import { findMemberChannel } from '../access/channel-access.ts';
import { AppError, conflict, notFound } from '../app-error.ts';
import { turns } from '../in-turn.ts';
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

const isDue = `s."sentAt" IS NULL AND s.failure IS NULL AND s."sendAt" <= now()`;

// A range of the partial index "ScheduledMessage_sendAt_idx".
const dueIds = prepared<{ id: string }>({
  name: 'schedule_due',
  text: `SELECT s.id FROM "ScheduledMessage" s WHERE ${isDue} ORDER BY s."sendAt" LIMIT $1`,
});

// By primary key. It waits for whoever has the row: what they change, or send, is seen then.
const takeDue = prepared<Due>({
  name: 'schedule_take_due',
  text: `SELECT ${columns} FROM "ScheduledMessage" s WHERE s.id = $1 AND ${isDue} FOR UPDATE OF s`,
});

const ownOne = prepared<Due>({
  name: 'schedule_take',
  text: `SELECT ${columns} FROM "ScheduledMessage" s WHERE s.id = $1 AND s."userId" = $2 FOR UPDATE OF s`,
});

const end = prepared({
  name: 'schedule_end',
  text: `UPDATE "ScheduledMessage" SET "sentAt" = CASE WHEN $2::text IS NULL THEN now() END, failure = $2 WHERE id = $1`,
});

/** A row stays locked on one connection while its message goes out on another: of all connections only a part may wait so. */
const partOfPool = 4;
const mostWaiting = 500;

function busy(): AppError {
  const message = 'Many messages are being sent just now. Please try again.';
  return new AppError({ code: 'SERVICE_UNAVAILABLE', reason: 'BUSY', message }, { retryAfter: 1 });
}

const inTurn = turns({
  mostAtOnce: () => Math.max(1, Math.floor(dbEnv().poolSize / partOfPool)),
  mostWaiting,
  busy,
});

/** Answers that will be others when the same is asked a moment later. */
const passing = new Set(['SERVICE_UNAVAILABLE', 'TOO_MANY_REQUESTS']);

/** Sends as `message.send` does: for who is in the channel now, and not to somebody whom they blocked since. */
async function send(ctx: VerbContext, { channelId, parentId, body, nonce }: Due): Promise<Message> {
  const channel = await findMemberChannel(ctx.caller.user.id, channelId);
  if (!channel) throw notFound();
  await refuseToBlocked({ ...ctx, channel });
  const input = { channelId, body, nonce, ...(parentId === null ? {} : { parentId }) };
  return sendMessage(ctx, input, { away: true });
}

/** Who is not here writes by no session of theirs; the message goes the way of every other, with every check. */
function contextOf(realtime: Realtime, { id, author }: Due): VerbContext {
  const times = { createdAt: new Date(author.createdAt), expires: new Date() };
  const statusExpiresAt = author.statusExpiresAt && new Date(author.statusExpiresAt);
  const user = { ...author, statusExpiresAt, createdAt: times.createdAt };
  return { realtime, caller: { user, session: { id, kind: 'PROGRAM', userId: author.id, ...times } } };
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
 * Sends a scheduled message if it is due, and answers whether it was now sent or refused for good. The row is locked while
 * it is sent, and sent with its nonce: servers that do this together, or one that dies between, send it once. Throws what
 * may be otherwise a moment later.
 */
export async function sendScheduled(realtime: Realtime, id: string): Promise<boolean> {
  return inTurn(() =>
    transaction(async (client) => {
      const [due] = await takeDue([id], client);
      if (!due) return false;
      const failure = await failureOf(due, contextOf(realtime, due));
      await end([due.id, failure], client);
      return true;
    }),
  );
}

/**
 * Sends what is due, one after the other, and answers how many were sent or refused for good. One that fails leaves the
 * others alone: it is told by an error at the end.
 */
export async function sendDue(realtime: Realtime, most = 500): Promise<number> {
  const failures: unknown[] = [];
  let sent = 0;
  for (const { id } of await dueIds([most])) {
    try {
      if (await sendScheduled(realtime, id)) sent += 1;
    } catch (error) {
      if (isUnavailable(error)) throw error;
      failures.push(error);
    }
  }
  const [cause] = failures;
  if (cause) throw new AggregateError(failures, `${failures.length} scheduled messages still wait.`, { cause });
  return sent;
}

/** Sends one of the caller's scheduled messages at once. One that was sent already is CONFLICT. */
export async function sendScheduledNow(ctx: VerbContext, id: string): Promise<Message> {
  return inTurn(() =>
    transaction(async (client) => {
      const [own] = await ownOne([id, ctx.caller.user.id], client);
      if (!own) throw notFound();
      if (own.sentAt) throw conflict('SENT', 'This message was sent already.');
      const message = await send(ctx, own);
      await end([id, null], client);
      return message;
    }),
  );
}
