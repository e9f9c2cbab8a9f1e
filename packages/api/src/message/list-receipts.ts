import { prepared } from '@parley/db/query';
import { userSchema } from '@parley/realtime/shapes';
import { z } from 'zod';
import { findMessage } from '../access/message-access.ts';
import { notFound } from '../app-error.ts';
import { findDelivery } from '../direct/find-delivery.ts';
import type { VerbContext } from '../trpc/context.ts';
import { type UserRow, userJson, userView } from '../user/user.view.ts';
import { type DbTime, isoTimeOrNull } from '../view-time.ts';
import type { MessageIdInput } from './message.input.ts';

const maxShown = 100;
/** Marks older than this may be gone: the moment of reading an older message is not known any more. */
const keptMs = 30 * 86_400_000;

/** Who read a message, in the order they did. `readAt` is null for a message of more than a month ago. */
export const receiptsSchema = z.object({
  items: z.array(z.object({ user: userSchema, readAt: z.iso.datetime().nullable() })),
  /** How many read it; beyond 100 `items` holds the first 100. */
  readCount: z.int().nonnegative(),
  /** In a conversation of two: it came to a device of the other one's, by this moment if one told. Null: not as far as is known. */
  delivered: z.object({ at: z.iso.datetime().nullable() }).nullable(),
});

export type Receipts = z.infer<typeof receiptsSchema>;

interface ReceiptRow {
  readonly user: UserRow;
  readonly readAt: DbTime | null;
  readonly readCount: number;
}

// For each member one probe of the primary key ("channelId", "userId", seq): their first mark at or after the message, unless
// it was sent before they came: who reads what is new has not read all of the past. The marks of a thread ($7) stand under its message, those of a timeline under the channel itself.
const readers = prepared<ReceiptRow>({
  name: 'message_receipts',
  text: `SELECT ${userJson('u')} AS user, CASE WHEN NOT $5::boolean THEN k."readAt" END AS "readAt",
      (count(*) OVER ())::int AS "readCount"
    FROM "User" v
    JOIN "ChannelMember" cm ON cm."channelId" = $1 AND cm."leftAt" IS NULL AND cm."userId" <> $3
    JOIN "User" u ON u.id = cm."userId" AND u."readReceipts"
    LEFT JOIN LATERAL (
      SELECT r."readAt" FROM "ReadMark" r
      WHERE r."channelId" = $7 AND r."userId" = cm."userId" AND r.seq >= $2 ORDER BY r.seq LIMIT 1
    ) k ON true
    WHERE v.id = $4 AND v."readReceipts"
      AND (k."readAt" < cm."joinedAt" OR (cm."joinedAt" <= $6::timestamptz AND (k."readAt" IS NOT NULL
        OR ($5::boolean AND $2 <= CASE WHEN $7 = $1 THEN cm."lastReadSeq"
          ELSE (SELECT f."lastReadSeq" FROM "ThreadFollow" f WHERE f."parentId" = $7 AND f."userId" = cm."userId") END))))
      AND NOT EXISTS (SELECT FROM "Block" b WHERE (b."blockerId" = v.id AND b."blockedId" = u.id)
        OR (b."blockerId" = u.id AND b."blockedId" = v.id))
    ORDER BY k."readAt", u.id LIMIT ${maxShown}`,
});

/**
 * Who read a message and when, a reply in its thread, and whether it was delivered, for a member of its channel; nobody, and
 * nothing, for a person who gives no receipts themselves.
 */
export async function listReceipts(ctx: VerbContext, { id }: MessageIdInput): Promise<Receipts> {
  const viewerId = ctx.caller.user.id;
  const message = await findMessage(viewerId, id);
  if (!message) throw notFound();
  const sentAt = new Date(message.createdAt);
  const old = Date.now() - sentAt.getTime() > keptMs;
  const { channelId, parentId, alsoToChannel } = message;
  const place = parentId === null || alsoToChannel ? channelId : parentId;
  const [rows, delivered] = await Promise.all([
    readers([channelId, message.seq, message.author.id, viewerId, old, sentAt, place]),
    findDelivery(viewerId, message),
  ]);
  return {
    items: rows.map((row) => ({ user: userView(row.user), readAt: isoTimeOrNull(row.readAt) })),
    readCount: rows[0]?.readCount ?? 0,
    delivered,
  };
}
