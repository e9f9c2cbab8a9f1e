import { prepared } from '@parley/db/query';
import { type MessageRow, messageColumns, messageView } from '../message/message.view.ts';
import { readCursor, writeCursor } from '../page/cursor.ts';
import type { VerbContext } from '../trpc/context.ts';
import type { GetThreadInput } from './thread.input.ts';
import type { Thread } from './thread.output.ts';
import { findParent, readPlace } from './thread-place.ts';

type Direction = GetThreadInput['direction'];

// A range of "Message_thread_idx", forward or backward; the cost is the page's.
function pageText(bound: string, order: string): string {
  return `SELECT ${messageColumns} FROM "Message" m JOIN "User" u ON u.id = m."authorId"
    WHERE m."parentId" = $1 AND ${bound} ORDER BY m.seq ${order} LIMIT $3`;
}
const older = prepared<MessageRow>({ name: 'thread_older', text: pageText('m.seq < $2', 'DESC') });
const newer = prepared<MessageRow>({ name: 'thread_newer', text: pageText('m.seq > $2', 'ASC') });

/** A thread: its parent, a page of its replies, and where the reader is in it. */
export async function getThread(ctx: VerbContext, input: GetThreadInput): Promise<Thread> {
  const { parentId, limit } = input;
  const parent = await findParent(ctx, parentId);
  const { direction, bound } = startOf(input);
  const read = direction === 'BACKWARD' ? older : newer;
  const [rows, place] = await Promise.all([
    read([parentId, bound, limit + 1]),
    readPlace(ctx.caller.user.id, parentId),
  ]);
  const items = rows.slice(0, limit).map(messageView);
  const last = items.at(-1);
  const mark = direction === 'BACKWARD' ? '<' : '>';
  const nextCursor = rows.length > limit && last ? writeCursor(scopeOf(parentId), `${mark}${last.seq}`) : null;
  if (direction === 'BACKWARD') items.reverse();
  return { parent: messageView(parent), items, nextCursor, seq: parent.channelSeq, place };
}

function scopeOf(parentId: string): string {
  return `thread.get ${parentId}`;
}

function startOf({ parentId, cursor, direction }: GetThreadInput): { direction: Direction; bound: number } {
  if (cursor === undefined) return { direction, bound: direction === 'BACKWARD' ? 2_147_483_647 : 0 };
  const payload = readCursor(scopeOf(parentId), cursor);
  return { direction: payload.startsWith('<') ? 'BACKWARD' : 'FORWARD', bound: Number(payload.slice(1)) };
}
