/** Beyond this many, unread says just that there are so many. */
const maxUnread = 1_000;

/** Replies of others after the place of follow `f` in its thread: a range of ("parentId", seq) over what is unread. */
export function threadUnread(f: string): string {
  return `(SELECT count(*)::int FROM (
      SELECT FROM "Message" t WHERE t."parentId" = ${f}."parentId" AND t.seq > ${f}."lastReadSeq"
        AND t."authorId" <> ${f}."userId" AND t."deletedAt" IS NULL LIMIT ${maxUnread}
    ) unseen)`;
}
