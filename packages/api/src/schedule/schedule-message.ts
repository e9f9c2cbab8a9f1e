import { newId } from '@parley/db/ids';
import { prepared } from '@parley/db/query';
import { type TransactionClient, transaction } from '@parley/db/transaction';
import { enqueue } from '@parley/jobs/enqueue';
import type { MemberChannel } from '../access/channel-access.ts';
import { findMessage } from '../access/message-access.ts';
import { AppError, conflict, forbidden, invalidField, notFound } from '../app-error.ts';
import type { VerbContext } from '../trpc/context.ts';
import { refuseToBlocked } from '../user/refuse-to-blocked.ts';
import type { ScheduleInput, UpdateScheduledInput } from './schedule.input.ts';
import { type ScheduledMessage, type ScheduledRow, scheduledColumns, scheduledView } from './schedule.view.ts';

const mostWaiting = 100;
const yearMs = 366 * 86_400_000;

const waiting = `s."sentAt" IS NULL`;

// A probe of the unique index ("userId", nonce), and a count of a range of it.
const insert = prepared<ScheduledRow>({
  name: 'schedule_insert',
  text: `INSERT INTO "ScheduledMessage" AS s (id, "userId", "channelId", "parentId", body, nonce, "sendAt")
    SELECT $1, $2, $3, $4, $5, $6, $7
    WHERE (SELECT count(*) FROM "ScheduledMessage" o WHERE o."userId" = $2 AND o."sentAt" IS NULL) < ${mostWaiting}
    ON CONFLICT ("userId", nonce) DO NOTHING RETURNING ${scheduledColumns}`,
});

const byNonce = prepared<ScheduledRow>({
  name: 'schedule_by_nonce',
  text: `SELECT ${scheduledColumns} FROM "ScheduledMessage" s WHERE s."userId" = $1 AND s.nonce = $2`,
});

const mine = prepared<ScheduledRow>({
  name: 'schedule_list',
  text: `SELECT ${scheduledColumns} FROM "ScheduledMessage" s
    JOIN "Channel" c ON c.id = s."channelId" AND c."workspaceId" = $2
    WHERE s."userId" = $1 AND ${waiting} ORDER BY s."sendAt", s.id`,
});

// The row's lock: what is being sent just now is not changed, and what was changed is sent as it stands.
const change = prepared<ScheduledRow>({
  name: 'schedule_update',
  text: `UPDATE "ScheduledMessage" s SET body = coalesce($3, s.body), "sendAt" = coalesce($4::timestamptz, s."sendAt"), failure = NULL
    WHERE s.id = $1 AND s."userId" = $2 AND ${waiting} RETURNING ${scheduledColumns}`,
});

const remove = prepared<{ id: string }>({
  name: 'schedule_cancel',
  text: `DELETE FROM "ScheduledMessage" s WHERE s.id = $1 AND s."userId" = $2 AND ${waiting} RETURNING s.id`,
});

const own = prepared<ScheduledRow>({
  name: 'schedule_own',
  text: `SELECT ${scheduledColumns} FROM "ScheduledMessage" s WHERE s.id = $1 AND s."userId" = $2`,
});

function futureMoment(sendAt: string): Date {
  const time = Date.parse(sendAt);
  if (time <= Date.now()) throw invalidField('sendAt', 'Choose a time that is still to come.');
  if (time > Date.now() + yearMs) throw invalidField('sendAt', 'Choose a time within a year.');
  return new Date(time);
}

/** Schedules a message. The same nonce again is the same scheduled message; with other content it is CONFLICT. */
export async function scheduleMessage(
  ctx: VerbContext & { readonly channel: MemberChannel },
  input: ScheduleInput,
): Promise<ScheduledMessage> {
  const userId = ctx.caller.user.id;
  const { parentId = null, body, nonce } = input;
  const [earlier] = await byNonce([userId, nonce]);
  if (earlier) return answerRepeated(earlier, input);
  const sendAt = futureMoment(input.sendAt);
  if (ctx.channel.archivedAt) throw forbidden('ARCHIVED', 'This channel is archived. Unarchive it to write here.');
  await refuseToBlocked(ctx);
  if (parentId) await checkParent(ctx, parentId);
  const made = await transaction(async (client) => {
    const [row] = await insert([newId(), userId, ctx.channel.id, parentId, body, nonce, sendAt], client);
    if (row) await askToSend(row, client);
    return row;
  });
  if (made) return scheduledView(made);
  const [other] = await byNonce([userId, nonce]);
  if (other) return answerRepeated(other, input);
  const message = `There are ${mostWaiting} scheduled messages already. Send or cancel some first.`;
  throw new AppError({ code: 'PRECONDITION_FAILED', reason: 'TOO_MANY_SCHEDULED', message });
}

/** The job is a hint: the row says what is due, and a job for another time than the row's does nothing. */
function askToSend({ id, sendAt }: ScheduledRow, client: TransactionClient): Promise<void> {
  return enqueue('send-scheduled', { id }, { client, at: new Date(sendAt) });
}

function answerRepeated(earlier: ScheduledRow, input: ScheduleInput): ScheduledMessage {
  const samePlace = earlier.channelId === input.channelId && earlier.parentId === (input.parentId ?? null);
  if (samePlace && earlier.body === input.body) return scheduledView(earlier);
  throw conflict('NONCE_USED', 'This nonce belongs to another message. Send with a new one.');
}

async function checkParent(ctx: VerbContext & { readonly channel: MemberChannel }, parentId: string): Promise<void> {
  const parent = await findMessage(ctx.caller.user.id, parentId);
  if (parent?.channelId !== ctx.channel.id) throw notFound();
  if (parent.parentId !== null) throw invalidField('parentId', 'A reply cannot be answered. Answer its root message.');
}

/** The caller's scheduled messages in a workspace, the next first, with those that could not be sent. */
export async function listScheduled(userId: string, workspaceId: string): Promise<ScheduledMessage[]> {
  return (await mine([userId, workspaceId])).map(scheduledView);
}

/** Changes the text or the time of a scheduled message; one that could not be sent is tried again. */
export async function updateScheduled(ctx: VerbContext, input: UpdateScheduledInput): Promise<ScheduledMessage> {
  const sendAt = input.sendAt === undefined ? null : futureMoment(input.sendAt);
  const userId = ctx.caller.user.id;
  const changed = await transaction(async (client) => {
    const [row] = await change([input.id, userId, input.body ?? null, sendAt], client);
    // One that is due already was refused: it has no job any more.
    const needsJob = row && (sendAt !== null || new Date(row.sendAt).getTime() <= Date.now());
    if (needsJob) await askToSend(row, client);
    return row;
  });
  if (changed) return scheduledView(changed);
  throw await whyNot(userId, input.id);
}

/** Cancels a scheduled message. One that was sent already is CONFLICT. */
export async function cancelScheduled(ctx: VerbContext, id: string): Promise<{ id: string }> {
  const [removed] = await remove([id, ctx.caller.user.id]);
  if (removed) return removed;
  throw await whyNot(ctx.caller.user.id, id);
}

async function whyNot(userId: string, id: string): Promise<AppError> {
  const [row] = await own([id, userId]);
  return row ? conflict('SENT', 'This message was sent already.') : notFound();
}
