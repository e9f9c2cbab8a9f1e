import { prepared, type SqlValue } from '@parley/db/query';
import { transaction } from '@parley/db/transaction';
import { enqueue } from '@parley/jobs/enqueue';
import { findMessage } from '../access/message-access.ts';
import { AppError, invalidField, notFound } from '../app-error.ts';
import { tellUser } from '../channel/tell-channel.ts';
import type { VerbContext } from '../trpc/context.ts';
import type { SaveMessageInput } from './saved.input.ts';
import { type SavedRow, type SavedState, savedColumns, savedStateView } from './saved.view.ts';

const mostSaved = 5_000;
const yearMs = 366 * 86_400_000;

// By primary key ("userId", "messageId"). A new time for the reminder makes it due again.
const keep = prepared<SavedRow>({
  name: 'saved_keep',
  text: `INSERT INTO "SavedMessage" AS s ("userId", "messageId", "remindAt")
    SELECT $1, $2, $3::timestamptz WHERE (SELECT count(*) FROM "SavedMessage" o WHERE o."userId" = $1) < ${mostSaved}
    ON CONFLICT ("userId", "messageId") DO UPDATE SET "doneAt" = NULL,
      "remindAt" = CASE WHEN $4::boolean THEN excluded."remindAt" ELSE s."remindAt" END,
      "remindedAt" = CASE WHEN $4::boolean THEN NULL ELSE s."remindedAt" END
    RETURNING ${savedColumns}`,
});

const drop = prepared({
  name: 'saved_drop',
  text: `DELETE FROM "SavedMessage" WHERE "userId" = $1 AND "messageId" = $2`,
});

const finish = prepared<SavedRow>({
  name: 'saved_done',
  text: `UPDATE "SavedMessage" s SET "doneAt" = CASE WHEN $3::boolean THEN coalesce(s."doneAt", now()) END,
      "remindAt" = CASE WHEN NOT $3::boolean OR s."remindedAt" IS NOT NULL THEN s."remindAt" END
    WHERE s."userId" = $1 AND s."messageId" = $2 RETURNING ${savedColumns}`,
});

function reminderOf({ remindAt }: SaveMessageInput): Date | null {
  if (remindAt === undefined || remindAt === null) return null;
  const time = Date.parse(remindAt);
  if (time <= Date.now()) throw invalidField('remindAt', 'Choose a time that is still to come.');
  if (time > Date.now() + yearMs) throw invalidField('remindAt', 'Choose a time within a year.');
  return new Date(time);
}

/** The job is a hint: the row says when to remind, and a job for another time than the row's does nothing. */
function keepWithReminder(
  row: readonly [userId: string, messageId: string, ...SqlValue[]],
  at: Date,
): Promise<SavedRow[]> {
  const [userId, messageId] = row;
  return transaction(async (client) => {
    const kept = await keep(row, client);
    if (kept.length > 0) await enqueue('remind', { userId, messageId }, { client, at });
    return kept;
  });
}

/** Keeps a message for later, with a reminder if one is asked for. Again is the same, and opens what was done. */
export async function saveMessage(ctx: VerbContext, input: SaveMessageInput): Promise<SavedState> {
  const remindAt = reminderOf(input);
  const userId = ctx.caller.user.id;
  const message = await findMessage(userId, input.id);
  if (!message || message.deletedAt) throw notFound();
  const row = [userId, input.id, remindAt, input.remindAt !== undefined] as const;
  const [kept] = remindAt === null ? await keep(row) : await keepWithReminder(row, remindAt);
  if (kept) return told(ctx, kept);
  const text = `There are ${mostSaved} saved messages already. Remove some first.`;
  throw new AppError({ code: 'PRECONDITION_FAILED', reason: 'TOO_MANY_SAVED', message: text });
}

/** Keeps a message no more; the same for one that was not kept. NOT_FOUND for one that the caller may not read. */
export async function unsaveMessage(ctx: VerbContext, id: string): Promise<{ id: string }> {
  const userId = ctx.caller.user.id;
  if (!(await findMessage(userId, id))) throw notFound();
  await drop([userId, id]);
  tellUser(ctx.realtime, userId, { type: 'savedChanged' });
  return { id };
}

/**
 * Ticks a kept message off, or opens it again. A reminder that was still to come goes with the tick. NOT_FOUND for one that
 * is not kept, or that the caller may not read any more.
 */
export async function setSavedDone(ctx: VerbContext, input: { id: string; done: boolean }): Promise<SavedState> {
  const userId = ctx.caller.user.id;
  if (!(await findMessage(userId, input.id))) throw notFound();
  const [row] = await finish([userId, input.id, input.done]);
  if (!row) throw notFound();
  return told(ctx, row);
}

function told({ caller, realtime }: VerbContext, row: SavedRow): SavedState {
  tellUser(realtime, caller.user.id, { type: 'savedChanged' });
  return savedStateView(row);
}
