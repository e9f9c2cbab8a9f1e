import { prepared } from '@parley/db/query';
import { shownToMember } from '../direct/shown-to-member.ts';
import { onTimeline } from '../message/message.view.ts';
import { maxUnread, type Place, type ReadState, repliesThatCall } from './unread.ts';

// What `unreadLateral` derives for each place alone, for many readers of few channels: each channel's messages are read once,
// back to the reader who is furthest behind ("Message_timeline_idx"), laid in one line with the readers' places, and counted
// along it. A thousand readers of a thousand messages cost two thousand rows and not a million.
const readStates = prepared<ReadState & { userId: string }>({
  name: 'read_states_together',
  text: `WITH place AS MATERIALIZED (
      SELECT cm."userId", cm."channelId", c.seq, c.kind, cm."lastReadSeq", ${shownToMember} AS shown,
        CASE WHEN c.seq > cm."lastReadSeq" THEN ${repliesThatCall} ELSE 0 END AS replies
      FROM unnest($1::uuid[], $2::uuid[]) AS asked("userId", "channelId")
      JOIN "ChannelMember" cm ON cm."channelId" = asked."channelId" AND cm."userId" = asked."userId" AND cm."leftAt" IS NULL
      JOIN "Channel" c ON c.id = cm."channelId" AND c."deletedAt" IS NULL
    ), unseen AS MATERIALIZED (
      SELECT low."channelId", said.* FROM (
        SELECT "channelId", min("lastReadSeq") AS seq FROM place WHERE seq > "lastReadSeq" GROUP BY 1
      ) low, LATERAL (
        SELECT m.seq, m."authorId", (position('<!channel>' IN m.body) > 0 OR position('<!here>' IN m.body) > 0) AS everybody,
          CASE WHEN position('<@' IN m.body) > 0 THEN m.body END AS calling
        FROM "Message" m
        WHERE m."channelId" = low."channelId" AND ${onTimeline} AND m.seq > low.seq AND m."deletedAt" IS NULL AND m.kind = 'USER'
        ORDER BY m.seq DESC LIMIT ${maxUnread}
      ) said
    ), passed AS (
      SELECT "channelId", "userId", sum(said) OVER newer AS said, sum(everybody) OVER newer AS everybody FROM (
        SELECT "channelId", seq, NULL::uuid AS "userId", 1 AS said, everybody::int FROM unseen
        UNION ALL SELECT "channelId", "lastReadSeq", "userId", 0, 0 FROM place
      ) line WINDOW newer AS (PARTITION BY "channelId" ORDER BY seq DESC, said ROWS UNBOUNDED PRECEDING)
    ), own AS (
      SELECT p."channelId", p."userId", count(*) AS said, count(*) FILTER (WHERE u.everybody) AS everybody
      FROM place p JOIN unseen u ON u."channelId" = p."channelId" AND u."authorId" = p."userId" AND u.seq > p."lastReadSeq"
      GROUP BY 1, 2
    ), named AS (
      SELECT p."channelId", p."userId", count(DISTINCT n.seq) AS said FROM (
        SELECT "channelId", seq, "authorId", (regexp_matches(calling, '<@([0-9a-f-]{36})>', 'g'))[1] AS name
        FROM unseen WHERE calling IS NOT NULL AND NOT everybody
      ) n JOIN place p ON p."channelId" = n."channelId" AND p."userId"::text = n.name
        AND n.seq > p."lastReadSeq" AND n."authorId" <> p."userId"
      GROUP BY 1, 2
    ), counted AS (
      SELECT place.*, (passed.said - coalesce(own.said, 0))::int AS unread,
        (passed.everybody - coalesce(own.everybody, 0) + coalesce(named.said, 0))::int AS called
      FROM place JOIN passed USING ("channelId", "userId")
      LEFT JOIN own USING ("channelId", "userId") LEFT JOIN named USING ("channelId", "userId")
    )
    SELECT "userId", "channelId", seq, "lastReadSeq", shown, unread,
      replies + CASE WHEN kind IN ('DIRECT', 'GROUP') THEN unread ELSE called END AS mentions
    FROM counted`,
});

/** The read states of many places, as `readUnread` gives them, at the cost of their channels and not of their readers. */
export async function readUnreadTogether(places: readonly Place[]): Promise<Array<ReadState & { userId: string }>> {
  return readStates([places.map((place) => place.userId), places.map((place) => place.channelId)]);
}
