import { prepared } from '@parley/db/query';
import { shownToMember } from '../direct/shown-to-member.ts';
import { onTimeline } from '../message/message.view.ts';

/** Of the replies that the timeline leaves out, those that name the reader `cm`: a range of "Mention_reply_idx". */
export const repliesThatCall = `(SELECT count(*)::int FROM "Mention" n
      JOIN "Message" m ON m.id = n."messageId" AND NOT m."alsoToChannel"
      LEFT JOIN "ThreadFollow" f ON f."parentId" = n."parentId" AND f."userId" = n."userId"
      WHERE n."userId" = cm."userId" AND n."channelId" = cm."channelId" AND n."parentId" IS NOT NULL
        AND n.seq > cm."lastReadSeq" AND n.seq > coalesce(f."lastReadSeq", 0) AND n."authorId" <> cm."userId")`;

/** Messages `m` of others on the timeline after the read position of member `cm`: a range of "Message_timeline_idx". */
const unseen = `FROM "Message" m WHERE m."channelId" = cm."channelId" AND ${onTimeline} AND m.seq > cm."lastReadSeq"
        AND m."authorId" <> cm."userId" AND m."deletedAt" IS NULL AND m.kind = 'USER'`;

/** Has member `cm` read all that is said to them in the channel? */
export const hasReadAll = `(NOT EXISTS (SELECT ${unseen}) AND ${repliesThatCall} = 0)`;

/** Beyond this many, unread says just that there are so many. */
export const maxUnread = 10_000;

/**
 * Unread of a member `cm` in a channel `c`: what it has not seen and nothing else, skipped when the channel stands where the reader does.
 * Mentions count those among them that call the reader, and replies that do, until their channel or thread is read.
 * In a conversation of people every message calls its readers.
 */
export const unreadLateral = `LEFT JOIN LATERAL (
    SELECT count(*)::int AS unread, ${repliesThatCall} + (CASE
      WHEN c.kind IN ('DIRECT', 'GROUP') THEN count(*)
      ELSE count(*) FILTER (WHERE position('<' IN unseen.body) > 0 AND (position('<@' || cm."userId"::text || '>' IN unseen.body) > 0
        OR position('<!channel>' IN unseen.body) > 0 OR position('<!here>' IN unseen.body) > 0))
      END)::int AS mentions
    FROM (
      SELECT m.body ${unseen} AND c.seq > cm."lastReadSeq" LIMIT ${maxUnread}
    ) unseen
  ) counted ON c.seq > cm."lastReadSeq"`;

/** A reader's place in one channel, with what is derived from it. */
export interface ReadState {
  readonly channelId: string;
  readonly seq: number;
  readonly lastReadSeq: number;
  readonly unread: number;
  readonly mentions: number;
  /** Is the channel in the reader's list? A conversation may be closed. */
  readonly shown: boolean;
}

/** A person in a channel. */
export interface Place {
  readonly userId: string;
  readonly channelId: string;
}

const readStates = prepared<ReadState & { userId: string }>({
  name: 'read_states',
  text: `SELECT cm."userId", cm."channelId", c.seq, cm."lastReadSeq",
      coalesce(counted.unread, 0) AS unread, coalesce(counted.mentions, 0) AS mentions,
      ${shownToMember} AS shown
    FROM unnest($1::uuid[], $2::uuid[]) AS place("userId", "channelId")
    JOIN "ChannelMember" cm ON cm."channelId" = place."channelId" AND cm."userId" = place."userId" AND cm."leftAt" IS NULL
    JOIN "Channel" c ON c.id = cm."channelId" AND c."deletedAt" IS NULL
    ${unreadLateral}`,
});

/** The read state of each place whose person is a member, in one query; others are absent. */
export async function readUnread(places: readonly Place[]): Promise<Array<ReadState & { userId: string }>> {
  return readStates([places.map((place) => place.userId), places.map((place) => place.channelId)]);
}
