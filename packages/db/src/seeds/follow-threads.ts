import type { MessageRow, ThreadFollowRow } from './company.ts';
import { signInAs } from './northwind/people.ts';

/** Who follows a channel's threads: whoever began one or wrote in it. Those who sign in have not read their newest. */
export function followThreads(
  messages: readonly MessageRow[],
  userIds: ReadonlyMap<string, string>,
): ThreadFollowRow[] {
  const roots = messages.filter(({ replyCount }) => replyCount > 0);
  const follows = roots.flatMap((root) => followsOf(root, repliesTo(root, messages)));
  for (const handle of signInAs)
    leaveUnread(
      follows.filter(({ userId }) => userId === userIds.get(handle)),
      messages,
    );
  return follows;
}

function repliesTo({ id }: MessageRow, messages: readonly MessageRow[]): MessageRow[] {
  return messages.filter(({ parentId }) => parentId === id);
}

function followsOf(root: MessageRow, replies: readonly MessageRow[]): ThreadFollowRow[] {
  const lastReadSeq = replies.at(-1)?.seq ?? root.seq;
  return [...new Set([root, ...replies].map(({ authorId }) => authorId))].map((userId) => {
    const first = [root, ...replies].find(({ authorId }) => authorId === userId) ?? root;
    const sinceSeq = first.seq;
    return {
      parentId: root.id,
      userId,
      channelId: root.channelId,
      following: true,
      lastReadSeq,
      sinceSeq,
      createdAt: first.createdAt,
    };
  });
}

/** The newest of a person's threads in which somebody else had the last word is unread from their own last word on. */
function leaveUnread(follows: readonly ThreadFollowRow[], messages: readonly MessageRow[]): void {
  const newest = follows.findLast(({ parentId, userId, lastReadSeq }) =>
    messages.some(
      ({ seq, authorId, parentId: root }) => seq === lastReadSeq && root === parentId && authorId !== userId,
    ),
  );
  if (!newest) return;
  const own = messages.findLast(
    ({ id, parentId, authorId }) =>
      authorId === newest.userId && (id === newest.parentId || parentId === newest.parentId),
  );
  if (own) newest.lastReadSeq = own.seq;
}
