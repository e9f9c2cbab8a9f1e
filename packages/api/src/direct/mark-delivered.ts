import { prepared } from '@parley/db/query';
import type { DeliverySignal } from '@parley/realtime/signals';
import { channelSignalTopic } from '@parley/realtime/topics';
import { findMemberKinds } from '../access/channel-access.ts';
import { sharesPresenceWith } from '../access/person-access.ts';
import { forbidden, notFound } from '../app-error.ts';
import type { VerbContext } from '../trpc/context.ts';
import { isoTime } from '../view-time.ts';
import type { DeliveredPosition, MarkDeliveredInput } from './direct.input.ts';

// For each conversation the newest message of the other one that the device knows of and that was neither told of nor read
// before: a backward scan of ("channelId", seq) that ends at the first. Nothing of who gives no receipts, of who does not
// share with the other whether they are there, and between people of whom one blocked the other. In order of keys, so that
// two devices of a person never wait for each other.
const move = prepared<DeliveredPosition & { deliveredAt: Date }>({
  name: 'direct_mark_delivered',
  text: `INSERT INTO "DeliveryMark" AS mark ("channelId", "userId", seq, "deliveredAt")
    SELECT told."channelId", u.id, news.seq, now()
    FROM (SELECT "channelId", max(seq) AS seq FROM unnest($2::uuid[], $3::int[]) AS t("channelId", seq) GROUP BY 1) told
    JOIN "User" u ON u.id = $1 AND u."readReceipts"
    JOIN "ChannelMember" cm ON cm."channelId" = told."channelId" AND cm."userId" = u.id AND cm."leftAt" IS NULL
    JOIN "ChannelMember" other ON other."channelId" = told."channelId" AND other."userId" <> u.id
    LEFT JOIN "DeliveryMark" known ON known."channelId" = told."channelId" AND known."userId" = u.id
    CROSS JOIN LATERAL (
      SELECT m.seq FROM "Message" m
      WHERE m."channelId" = told."channelId" AND m.seq > greatest(cm."lastReadSeq", known.seq) AND m.seq <= told.seq
        AND m."authorId" = other."userId"
      ORDER BY m.seq DESC LIMIT 1
    ) news
    WHERE NOT EXISTS (SELECT FROM "Block" b WHERE (b."blockerId" = u.id AND b."blockedId" = other."userId")
        OR (b."blockerId" = other."userId" AND b."blockedId" = u.id))
      AND ${sharesPresenceWith('other."userId"')}
    ORDER BY told."channelId"
    ON CONFLICT ("channelId", "userId") DO UPDATE SET seq = excluded.seq, "deliveredAt" = excluded."deliveredAt"
      WHERE mark.seq < excluded.seq
    RETURNING "channelId", seq, "deliveredAt"`,
});

/**
 * Says that a device of the caller's knows of everything in these conversations of two up to a number each. Never moves back;
 * a number beyond the conversation's means all of it, and what was read needs no word. Answers those that moved: up to the
 * newest message of the other one. NOT_FOUND when the caller is not in one of them, FORBIDDEN (NOT_DIRECT) when one is something
 * else; then nothing moves.
 */
export async function markDelivered(ctx: VerbContext, input: MarkDeliveredInput): Promise<DeliveredPosition[]> {
  const userId = ctx.caller.user.id;
  const channelIds = input.positions.map(({ channelId }) => channelId);
  const kinds = await findMemberKinds(userId, input.workspaceId, channelIds);
  if (channelIds.some((id) => !kinds.has(id))) throw notFound();
  if ([...kinds.values()].some((kind) => kind !== 'DIRECT')) {
    throw forbidden('NOT_DIRECT', 'Only in a conversation of two is it told what was delivered.');
  }
  const moved = await move([userId, channelIds, input.positions.map(({ seq }) => seq)]);
  for (const { channelId, seq, deliveredAt } of moved) {
    const signal: DeliverySignal = { type: 'delivered', channelId, userId, seq, deliveredAt: isoTime(deliveredAt) };
    ctx.realtime.hub.publish(channelSignalTopic(channelId), JSON.stringify(signal));
  }
  return moved.map(({ channelId, seq }) => ({ channelId, seq }));
}
