import { prepared } from '@parley/db/query';
import { type AccessibleMessage, findMessage } from '../access/message-access.ts';
import { invalidField, notFound } from '../app-error.ts';
import type { VerbContext } from '../trpc/context.ts';
import type { ThreadPlace } from './thread.output.ts';
import { threadUnread } from './thread-unread.ts';

// The primary key ("parentId", "userId"), and a range of ("parentId", seq) over what is unread.
const ownPlace = prepared<Omit<ThreadPlace, 'parentId'>>({
  name: 'thread_place',
  text: `SELECT f.following, f."lastReadSeq", CASE WHEN f.following THEN ${threadUnread('f')} ELSE 0 END AS unread
    FROM "ThreadFollow" f WHERE f."parentId" = $1 AND f."userId" = $2`,
});

/** Where one person is in a thread. */
export async function readPlace(userId: string, parentId: string): Promise<ThreadPlace> {
  const [row] = await ownPlace([parentId, userId]);
  return { parentId, ...(row ?? { following: false, lastReadSeq: 0, unread: 0 }) };
}

/** The message above a thread, for a member of its channel; NOT_FOUND for others, BAD_REQUEST for a reply. */
export async function findParent(ctx: VerbContext, parentId: string): Promise<AccessibleMessage> {
  const parent = await findMessage(ctx.caller.user.id, parentId);
  if (!parent) throw notFound();
  if (parent.parentId !== null)
    throw invalidField('parentId', 'This is a reply itself. Ask for the message it belongs to.');
  return parent;
}
