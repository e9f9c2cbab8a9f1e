import { prepared } from '@parley/db/query';
import type { User } from '@parley/realtime/shapes';
import { findMessage } from '../access/message-access.ts';
import { forbidden, notFound } from '../app-error.ts';
import { readCursor, writeCursor } from '../page/cursor.ts';
import type { VerbContext } from '../trpc/context.ts';
import { type UserRow, userJson, userView } from '../user/user.view.ts';
import { type DbTime, isoTime } from '../view-time.ts';
import type { MessageHistoryInput } from './message.input.ts';
import { maySeeHistory, moderates } from './message.policy.ts';

/** What a message said before it was edited. */
export interface Revision {
  readonly body: string;
  readonly replacedAt: string;
  readonly editor: User;
}

interface RevisionRow {
  readonly id: string;
  readonly body: string;
  readonly replacedAt: DbTime;
  readonly editor: UserRow;
}

const revisions = prepared<RevisionRow>({
  name: 'message_revisions',
  text: `SELECT r.id, r.body, r."replacedAt", ${userJson('u')} AS editor
    FROM "MessageRevision" r JOIN "User" u ON u.id = r."editorId"
    WHERE r."messageId" = $1 AND ($2::uuid IS NULL OR r.id < $2) ORDER BY r.id DESC LIMIT $3`,
});

/** The earlier texts of a message, the latest first, for its author and those who moderate the channel. */
export async function listRevisions(
  ctx: VerbContext,
  { id, cursor, limit }: MessageHistoryInput,
): Promise<{ items: Revision[]; nextCursor: string | null }> {
  const message = await findMessage(ctx.caller.user.id, id);
  if (!message) throw notFound();
  if (!maySeeHistory(ctx.caller.user.id, message, moderates(message))) {
    throw forbidden('HISTORY', 'Only its author and moderators may see what a message said before.');
  }
  const scope = `message.history ${id}`;
  const rows = await revisions([id, cursor === undefined ? null : readCursor(scope, cursor), limit + 1]);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map((row) => ({ body: row.body, replacedAt: isoTime(row.replacedAt), editor: userView(row.editor) })),
    nextCursor: rows.length > limit && last ? writeCursor(scope, last.id) : null,
  };
}
