import { prepared } from '@parley/db/query';
import { withBlocked } from '../direct/shown-to-member.ts';
import { type MessageRow, messageColumns, messageView } from '../message/message.view.ts';
import { readCursor, writeCursor } from '../page/cursor.ts';
import type { VerbContext } from '../trpc/context.ts';
import type { ThreadInboxInput } from './thread.input.ts';
import type { ThreadInbox } from './thread.output.ts';
import { threadUnread } from './thread-unread.ts';

interface InboxRow {
  readonly unreadThreads: number;
  readonly lastReadSeq: number;
  readonly unread: number;
  readonly parent: MessageRow | null;
  readonly latest: readonly MessageRow[] | null;
}

// The person's follows by ("userId", "channelId") of the channels they are in now, each with its unread; sorted, as what
// is unread comes first. Messages are read for the page alone.
const inboxPage = prepared<InboxRow>({
  name: 'thread_inbox',
  text: `WITH followed AS (
      SELECT p.id, p."lastReplyAt", f."lastReadSeq", ${threadUnread('f')} AS unread
      FROM "ThreadFollow" f
      JOIN "ChannelMember" cm ON cm."channelId" = f."channelId" AND cm."userId" = f."userId" AND cm."leftAt" IS NULL
      JOIN "Channel" c ON c.id = f."channelId" AND c."workspaceId" = $1 AND c."deletedAt" IS NULL
      JOIN "Member" w ON w."workspaceId" = c."workspaceId" AND w."userId" = f."userId"
      JOIN "Message" p ON p.id = f."parentId" AND p."replyCount" > 0
      WHERE f."userId" = $2 AND f.following AND NOT ${withBlocked}
    ), page AS (
      SELECT * FROM followed
      WHERE $3::boolean IS NULL OR (unread > 0, "lastReplyAt", id) < ($3, $4::timestamptz, $5::uuid)
      ORDER BY unread > 0 DESC, "lastReplyAt" DESC, id DESC LIMIT $6
    )
    SELECT (SELECT count(*)::int FROM followed WHERE unread > 0) AS "unreadThreads", page."lastReadSeq", page.unread,
      (SELECT to_jsonb(row) FROM (
        SELECT ${messageColumns} FROM "Message" m JOIN "User" u ON u.id = m."authorId" WHERE m.id = page.id
      ) row) AS parent,
      (SELECT jsonb_agg(to_jsonb(row) ORDER BY row.seq) FROM (
        SELECT ${messageColumns} FROM "Message" m JOIN "User" u ON u.id = m."authorId"
        WHERE m."parentId" = page.id AND m."deletedAt" IS NULL ORDER BY m.seq DESC LIMIT 2
      ) row) AS latest
    FROM (SELECT) one LEFT JOIN page ON true
    ORDER BY page.unread > 0 DESC, page."lastReplyAt" DESC, page.id DESC`,
});

type Item = ThreadInbox['items'][number];

/** The threads that the caller follows in a workspace: those with something unread first, then the latest. */
export async function listThreads(ctx: VerbContext, input: ThreadInboxInput): Promise<ThreadInbox> {
  const { workspaceId, limit, cursor } = input;
  const scope = `thread.inbox ${workspaceId}`;
  const from = cursor === undefined ? [null, null, null] : placeAfter(readCursor(scope, cursor));
  const rows = await inboxPage([workspaceId, ctx.caller.user.id, ...from, limit + 1]);
  const found = rows.flatMap((row) => (row.parent ? [itemOf(row, row.parent)] : []));
  const items = found.slice(0, limit);
  const last = items.at(-1);
  const nextCursor = found.length > limit && last ? writeCursor(scope, payloadOf(last)) : null;
  return { items, nextCursor, unreadThreads: rows[0]?.unreadThreads ?? 0 };
}

function itemOf({ latest, lastReadSeq, unread }: InboxRow, parent: MessageRow): Item {
  const place = { parentId: parent.id, following: true, lastReadSeq, unread };
  return { parent: messageView(parent), latest: (latest ?? []).map(messageView), place };
}

function payloadOf({ parent, place }: Item): string {
  return `${place.unread > 0 ? 1 : 0} ${parent.thread?.lastReplyAt} ${parent.id}`;
}

function placeAfter(payload: string): [boolean, Date, string] {
  const [unread = '', at = '', id = ''] = payload.split(' ');
  return [unread === '1', new Date(at), id];
}
