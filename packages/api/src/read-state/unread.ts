import { prepared } from '@parley/db/query';

/** Beyond this many, unread says just that there are so many. */
export const maxUnread = 10_000;

/**
 * Unread of a member `cm` in a channel `c`: messages of others after the read position. An index range scan on
 * ("channelId", seq) over what is unread and nothing else, skipped when the channel stands where the reader does.
 */
export const unreadLateral = `LEFT JOIN LATERAL (
    SELECT count(*)::int AS unread, (count(*) FILTER (WHERE
      position('<@' || cm."userId"::text || '>' IN unseen.body) > 0
      OR position('<!channel>' IN unseen.body) > 0 OR position('<!here>' IN unseen.body) > 0))::int AS mentions
    FROM (
      SELECT m.body FROM "Message" m
      WHERE m."channelId" = cm."channelId" AND m.seq > cm."lastReadSeq" AND m."authorId" <> cm."userId"
        AND m."deletedAt" IS NULL AND m.kind = 'USER'
      LIMIT ${maxUnread}
    ) unseen
  ) counted ON c.seq > cm."lastReadSeq"`;

/** A reader's place in one channel, with what is derived from it. */
export interface ReadState {
  readonly channelId: string;
  readonly seq: number;
  readonly lastReadSeq: number;
  readonly unread: number;
  readonly mentions: number;
}

interface Place {
  readonly userId: string;
  readonly channelId: string;
}

const readStates = prepared<ReadState & { userId: string }>({
  name: 'read_states',
  text: `SELECT cm."userId", cm."channelId", c.seq, cm."lastReadSeq",
      coalesce(counted.unread, 0) AS unread, coalesce(counted.mentions, 0) AS mentions
    FROM unnest($1::uuid[], $2::uuid[]) AS place("userId", "channelId")
    JOIN "ChannelMember" cm ON cm."channelId" = place."channelId" AND cm."userId" = place."userId" AND cm."leftAt" IS NULL
    JOIN "Channel" c ON c.id = cm."channelId" AND c."deletedAt" IS NULL
    ${unreadLateral}`,
});

/** The read state of each place whose person is a member, in one query; others are absent. */
export async function readUnread(places: readonly Place[]): Promise<Array<ReadState & { userId: string }>> {
  return readStates([places.map((place) => place.userId), places.map((place) => place.channelId)]);
}
