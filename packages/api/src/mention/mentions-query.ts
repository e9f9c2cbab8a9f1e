import { prepared } from '@parley/db/query';
import { withBlocked } from '../direct/shown-to-member.ts';
import { type MessageRow, messageColumns } from '../message/message.view.ts';
import { type UserRow, userJson } from '../user/user.view.ts';
import type { DbTime } from '../view-time.ts';
import type { MentionItem } from './mention.output.ts';

/** An item of the list, as the database finds it. */
export interface MentionRow {
  readonly key: string;
  readonly kind: MentionItem['kind'];
  readonly workspaceId: string;
  readonly channelId: string;
  readonly emoji: string | null;
  readonly createdAt: DbTime;
  readonly unread: boolean;
  readonly message: MessageRow;
  readonly actor: UserRow;
}

// The caller's channels as they stand now, without conversations with whom they blocked: nothing of another one can come out.
const places = `SELECT cm."channelId", cm."lastReadSeq", cm."joinedAt", c."workspaceId",
    coalesce(w."activityReadAt", '-infinity') AS "readAt"
  FROM "ChannelMember" cm
  JOIN "Channel" c ON c.id = cm."channelId" AND c."deletedAt" IS NULL
  JOIN "Member" w ON w."workspaceId" = c."workspaceId" AND w."userId" = cm."userId"
  WHERE cm."userId" = $1 AND cm."leftAt" IS NULL AND ($2::uuid IS NULL OR c."workspaceId" = $2)
    AND NOT ${withBlocked}`;

/** The bounds that every source keeps: after the cursor, unread alone if so asked, the latest first, no more than a page. */
function bounded(source: string): string {
  return `(SELECT * FROM (${source}) x
    WHERE ($3::timestamptz IS NULL OR (x."createdAt", x.key) < ($3, $4)) AND (NOT $5::boolean OR x.unread)
    ORDER BY x."createdAt" DESC, x.key DESC LIMIT $6)`;
}

const unreadThere = `n."createdAt" > p."readAt" AND n.seq > p."lastReadSeq" AND n.seq > coalesce(f."lastReadSeq", 0)`;

// A backward range of ("userId", "createdAt").
const direct =
  bounded(`SELECT n."messageId", 'MENTION' AS kind, n."authorId" AS "actorId", NULL::text AS emoji, n."createdAt",
    n."messageId" || ' m' AS key, p."workspaceId", p."channelId", ${unreadThere} AS unread
  FROM "Mention" n JOIN places p ON p."channelId" = n."channelId"
  LEFT JOIN "ThreadFollow" f ON f."parentId" = n."parentId" AND f."userId" = $1
  WHERE n."userId" = $1 AND n."authorId" <> $1`);

// "Mention_everyone_idx" of each of the caller's channels.
const everyone =
  bounded(`SELECT n."messageId", 'EVERYONE' AS kind, n."authorId" AS "actorId", NULL::text AS emoji, n."createdAt",
    n."messageId" || ' e' AS key, p."workspaceId", p."channelId", ${unreadThere} AS unread
  FROM places p JOIN "Mention" n ON n."channelId" = p."channelId" AND n."userId" IS NULL AND n."createdAt" >= p."joinedAt"
  LEFT JOIN "ThreadFollow" f ON f."parentId" = n."parentId" AND f."userId" = $1
  WHERE n."authorId" <> $1
    AND NOT EXISTS (SELECT FROM "Mention" own WHERE own."messageId" = n."messageId" AND own."userId" = $1)`);

// "Message_thread_idx" of each thread that the caller follows.
const replies =
  bounded(`SELECT m.id AS "messageId", 'REPLY' AS kind, m."authorId" AS "actorId", NULL::text AS emoji, m."createdAt",
    m.id || ' r' AS key, p."workspaceId", p."channelId",
    m."createdAt" > p."readAt" AND m.seq > f."lastReadSeq" AS unread
  FROM "ThreadFollow" f JOIN places p ON p."channelId" = f."channelId"
  JOIN "Message" m ON m."parentId" = f."parentId" AND m.seq > f."sinceSeq"
  WHERE f."userId" = $1 AND f.following AND m."authorId" <> $1 AND m."deletedAt" IS NULL
    AND NOT EXISTS (SELECT FROM "Mention" n WHERE n."messageId" = m.id AND (n."userId" = $1 OR n."userId" IS NULL))`);

// A backward range of ("authorId", "createdAt").
const reactions = bounded(`SELECT r."messageId", 'REACTION' AS kind, r."userId" AS "actorId", r.emoji, r."createdAt",
    r."messageId" || ' ' || r.emoji || ' ' || r."userId" AS key, p."workspaceId", p."channelId",
    r."createdAt" > p."readAt" AS unread
  FROM "Reaction" r JOIN "Message" m ON m.id = r."messageId" JOIN places p ON p."channelId" = m."channelId"
  WHERE r."authorId" = $1 AND r."userId" <> $1`);

/**
 * What concerns a person, the latest first. Parameters: the person, a workspace or null, the cursor's moment and key or
 * nulls, whether only what is unread, how many.
 */
export const readMentions = prepared<MentionRow>({
  name: 'mention_list',
  text: `WITH places AS MATERIALIZED (${places}), found AS (
      ${[direct, everyone, replies, reactions].join(' UNION ALL ')}
      ORDER BY "createdAt" DESC, key DESC LIMIT $6
    )
    SELECT found.key, found.kind, found."workspaceId", found."channelId", found.emoji, found."createdAt", found.unread,
      (SELECT to_jsonb(row) FROM (
        SELECT ${messageColumns} FROM "Message" m JOIN "User" u ON u.id = m."authorId" WHERE m.id = found."messageId"
      ) row) AS message, ${userJson('a')} AS actor
    FROM found JOIN "User" a ON a.id = found."actorId"
    ORDER BY found."createdAt" DESC, found.key DESC`,
});
