import { prepared } from '@parley/db/query';

/** A message on its way into the database. */
export interface NewMessage {
  readonly id: string;
  readonly channelId: string;
  readonly authorId: string;
  readonly body: string;
  readonly nonce: string;
}

/** What the database decided about a new message. */
export interface PlacedMessage {
  readonly id: string;
  readonly seq: number;
  readonly createdAt: Date;
}

// Locks are taken in the order every change keeps: the member's row, then the channel's. A removal that commits while
// this waits empties `place`, so no number is taken. Three primary-key probes, one unique probe, one insert.
const insertOne = prepared<PlacedMessage>({
  name: 'message_insert',
  text: `WITH place AS (
      SELECT m."channelId" FROM "ChannelMember" m
      WHERE m."channelId" = $2 AND m."userId" = $3 AND m."leftAt" IS NULL
        AND NOT EXISTS (SELECT FROM "Message" p WHERE p."authorId" = $3 AND p.nonce = $5)
      FOR NO KEY UPDATE
    ), counted AS (
      UPDATE "Channel" c SET seq = c.seq + 1 FROM place
      WHERE c.id = place."channelId" AND c."archivedAt" IS NULL AND c."deletedAt" IS NULL
      RETURNING c.id, c.seq
    ), own AS (
      UPDATE "ChannelMember" m SET "lastReadSeq" = counted.seq FROM counted
      WHERE m."channelId" = counted.id AND m."userId" = $3
    )
    INSERT INTO "Message" (id, "channelId", "authorId", seq, "changeSeq", body, nonce)
    SELECT $1, counted.id, $3, counted.seq, counted.seq, $4, $5 FROM counted
    RETURNING id, seq, "createdAt"`,
});

// The same for the sends that waited together: rows are locked in id order, so two such statements can't deadlock,
// and numbers follow the order of arrival within each channel. Each row to lock is a probe of a primary key: what locks can't
// be made part of a join, for which the planner would read a whole small table.
const insertMany = prepared<PlacedMessage>({
  name: 'message_insert_many',
  text: `WITH sent AS (
      SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::text[])
        WITH ORDINALITY AS s(id, "channelId", "authorId", body, nonce, ord)
    ), place AS (
      SELECT s."channelId", s."userId"
      FROM (SELECT DISTINCT "channelId", "authorId" AS "userId" FROM sent ORDER BY 1, 2) s, LATERAL (
        SELECT FROM "ChannelMember" m
        WHERE m."channelId" = s."channelId" AND m."userId" = s."userId" AND m."leftAt" IS NULL FOR NO KEY UPDATE
      ) member
    ), open AS (
      SELECT channel.id FROM (SELECT DISTINCT "channelId" FROM place ORDER BY 1) s, LATERAL (
        SELECT c.id FROM "Channel" c
        WHERE c.id = s."channelId" AND c."archivedAt" IS NULL AND c."deletedAt" IS NULL FOR NO KEY UPDATE
      ) channel
    ), accepted AS (
      SELECT sent.*, row_number() OVER (PARTITION BY sent."channelId" ORDER BY sent.ord) AS nth
      FROM sent JOIN open ON open.id = sent."channelId"
      JOIN place ON place."channelId" = sent."channelId" AND place."userId" = sent."authorId"
      WHERE NOT EXISTS (SELECT FROM "Message" p WHERE p."authorId" = sent."authorId" AND p.nonce = sent.nonce)
    ), counted AS (
      UPDATE "Channel" c SET seq = c.seq + g.n
      FROM (SELECT "channelId", count(*)::int AS n FROM accepted GROUP BY 1) g WHERE c.id = g."channelId"
      RETURNING c.id, c.seq - g.n AS base
    ), numbered AS (
      SELECT accepted.*, (counted.base + accepted.nth)::int AS seq FROM accepted JOIN counted ON counted.id = accepted."channelId"
    ), own AS (
      UPDATE "ChannelMember" m SET "lastReadSeq" = last.seq
      FROM (SELECT "channelId", "authorId", max(seq) AS seq FROM numbered GROUP BY 1, 2) last
      WHERE m."channelId" = last."channelId" AND m."userId" = last."authorId"
    )
    INSERT INTO "Message" (id, "channelId", "authorId", seq, "changeSeq", body, nonce)
    SELECT id, "channelId", "authorId", seq, seq, body, nonce FROM numbered ORDER BY ord
    RETURNING id, seq, "createdAt"`,
});

/**
 * Inserts one message with its channel's next number. Null when it was not placed: the nonce is used, the author is not
 * a member, or the channel is archived. Throws a unique violation when the same nonce is being placed elsewhere just now.
 */
export async function insertMessage(message: NewMessage): Promise<PlacedMessage | null> {
  const { id, channelId, authorId, body, nonce } = message;
  const [placed] = await insertOne([id, channelId, authorId, body, nonce]);
  return placed ?? null;
}

/** Inserts several messages in one statement and one commit, and answers those that were placed, by id. */
export async function insertMessages(messages: readonly NewMessage[]): Promise<ReadonlyMap<string, PlacedMessage>> {
  const rows = await insertMany([
    messages.map((message) => message.id),
    messages.map((message) => message.channelId),
    messages.map((message) => message.authorId),
    messages.map((message) => message.body),
    messages.map((message) => message.nonce),
  ]);
  return new Map(rows.map((row) => [row.id, row]));
}
