import { prepared } from '@parley/db/query';
import type { Message } from '@parley/realtime/shapes';
import type { MemberChannel } from '../access/channel-access.ts';
import { AppError, notFound } from '../app-error.ts';
import { readCursor, writeCursor } from '../page/cursor.ts';
import type { ListMessagesInput } from './message.input.ts';
import { type MessageRow, messageColumns, messageView, onTimeline } from './message.view.ts';

/** A contiguous piece of a channel's history, oldest first. */
export interface MessagePage {
  readonly items: Message[];
  /** Goes on in the direction that was asked for; null at that end of the history. */
  readonly nextCursor: string | null;
  /** Goes on towards the channel's beginning, or null there. */
  readonly olderCursor: string | null;
  /** Goes on towards now, or null when the page holds the newest message. */
  readonly newerCursor: string | null;
  /** The channel's number when the page was read: from here on, changes complete what the page says. */
  readonly seq: number;
}

type Direction = ListMessagesInput['direction'];
interface Place {
  /** Messages numbered below this are on the older side of the place. */
  readonly boundary: number;
}
type PageRow = Partial<MessageRow> & { readonly head: number };

// Index Scan (Backward) using "Message_timeline_idx" with the bound as its index condition, whatever the depth: the
// cost is the page's. The channel's number comes from the same snapshot.
/** The statement of a page; parameters: the channel, the boundary, how many. */
export function pageText(bound: string, order: string): string {
  return `SELECT c.seq AS head, page.* FROM "Channel" c
    LEFT JOIN LATERAL (
      SELECT ${messageColumns} FROM "Message" m JOIN "User" u ON u.id = m."authorId"
      WHERE m."channelId" = $1 AND ${onTimeline} AND ${bound} ORDER BY m.seq ${order} LIMIT $3
    ) page ON true
    WHERE c.id = $1`;
}

const older = prepared<PageRow>({ name: 'message_list_older', text: pageText('m.seq < $2', 'DESC') });
const newer = prepared<PageRow>({ name: 'message_list_newer', text: pageText('m.seq >= $2', 'ASC') });

const seqOfMessage = prepared<{ seq: number }>({
  name: 'message_seq',
  text: `SELECT seq FROM "Message" WHERE id = $1 AND "channelId" = $2`,
});

// A message's id is a UUIDv7, and its number follows its time closely, but only createdAt says it exactly: the first at
// or after a moment is found through the channel's numbers by bisection, 20 probes for a million messages.
const firstSince = prepared<{ seq: number | null }>({
  name: 'message_first_since',
  text: `WITH RECURSIVE narrowing AS (
      SELECT 1 AS low, c.seq + 1 AS high FROM "Channel" c WHERE c.id = $1
      UNION ALL
      SELECT CASE WHEN probe."createdAt" < $2 THEN probe.seq + 1 ELSE low END,
             CASE WHEN probe."createdAt" < $2 THEN high ELSE (low + high) / 2 END
      FROM narrowing
      LEFT JOIN LATERAL (
        SELECT m.seq, m."createdAt" FROM "Message" m
        WHERE m."channelId" = $1 AND m.seq >= (low + high) / 2 AND m.seq < high ORDER BY m.seq LIMIT 1
      ) probe ON true
      WHERE low < high
    )
    SELECT max(low) AS seq FROM narrowing WHERE low >= high`,
});

/**
 * Reads a page of a channel's timeline, which leaves out replies that were not sent to the channel too: the newest, the one a cursor goes on with, or the one around a message, a number
 * or a moment. A message of another channel is NOT_FOUND, a forged cursor BAD_REQUEST.
 */
export async function listMessages(channel: MemberChannel, input: ListMessagesInput): Promise<MessagePage> {
  const { around, limit } = input;
  if (around !== undefined) return pageAround(channel.id, await placeOf(channel.id, around), input);
  const { direction, boundary } = startOf(channel.id, input);
  const rows = await readSide(channel.id, { direction, boundary }, limit + 1);
  const items = rows.items.slice(0, limit);
  const more = rows.items.length > limit;
  if (direction === 'BACKWARD') items.reverse();
  const startsAtEnd = direction === 'BACKWARD' ? boundary > rows.head : boundary <= 1;
  const ends = direction === 'BACKWARD' ? { older: more, newer: !startsAtEnd } : { older: !startsAtEnd, newer: more };
  return page(channel.id, { items, head: rows.head, ends, direction });
}

function startOf(channelId: string, input: ListMessagesInput): { direction: Direction; boundary: number } {
  if (input.cursor === undefined) {
    const { direction } = input;
    return { direction, boundary: direction === 'BACKWARD' ? 2_147_483_647 : 0 };
  }
  const payload = readCursor(cursorScope(channelId), input.cursor);
  const boundary = Number(payload.slice(1));
  return { direction: payload.startsWith('<') ? 'BACKWARD' : 'FORWARD', boundary };
}

async function placeOf(channelId: string, around: string | number): Promise<Place> {
  if (typeof around === 'number') return { boundary: around };
  if (around.includes('T')) {
    const [row] = await firstSince([channelId, new Date(around)]);
    return { boundary: row?.seq ?? 0 };
  }
  const [row] = await seqOfMessage([around, channelId]);
  if (!row) throw notFound();
  return { boundary: row.seq };
}

async function pageAround(channelId: string, place: Place, input: ListMessagesInput): Promise<MessagePage> {
  const before = Math.floor(input.limit / 2);
  const after = input.limit - before;
  const [olderSide, newerSide] = await Promise.all([
    readSide(channelId, { direction: 'BACKWARD', boundary: place.boundary }, before + 1),
    readSide(channelId, { direction: 'FORWARD', boundary: place.boundary }, after + 1),
  ]);
  const items = [...olderSide.items.slice(0, before).reverse(), ...newerSide.items.slice(0, after)];
  const ends = { older: olderSide.items.length > before, newer: newerSide.items.length > after };
  // The two halves are two snapshots: the earlier one's number is the one that changes must go on from.
  const head = Math.min(olderSide.head, newerSide.head);
  return page(channelId, { items, head, ends, direction: input.direction });
}

async function readSide(
  channelId: string,
  from: { direction: Direction; boundary: number },
  limit: number,
): Promise<{ items: Message[]; head: number }> {
  const read = from.direction === 'BACKWARD' ? older : newer;
  const rows = await read([channelId, from.boundary, limit]);
  const items = rows.flatMap((row) => (isMessageRow(row) ? [messageView(row)] : []));
  const head = rows[0]?.head;
  if (head === undefined) throw new AppError({ code: 'NOT_FOUND', reason: 'NOT_FOUND', message: 'Not found.' });
  return { items, head };
}

function isMessageRow(row: PageRow): row is PageRow & MessageRow {
  return typeof row.id === 'string';
}

function cursorScope(channelId: string): string {
  return `message.list ${channelId}`;
}

interface PageParts {
  items: Message[];
  head: number;
  ends: { older: boolean; newer: boolean };
  direction: Direction;
}

function page(channelId: string, { items, head, ends, direction }: PageParts): MessagePage {
  const scope = cursorScope(channelId);
  const first = items[0];
  const last = items.at(-1);
  const olderCursor = ends.older && first ? writeCursor(scope, `<${first.seq}`) : null;
  const newerCursor = ends.newer && last ? writeCursor(scope, `>${last.seq + 1}`) : null;
  return {
    items,
    nextCursor: direction === 'BACKWARD' ? olderCursor : newerCursor,
    olderCursor,
    newerCursor,
    seq: head,
  };
}
