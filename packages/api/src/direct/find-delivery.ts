import { prepared } from '@parley/db/query';
import type { AccessibleMessage } from '../access/message-access.ts';
import { sharesPresenceWith } from '../access/person-access.ts';
import { type DbTime, isoTimeOrNull } from '../view-time.ts';

// Primary-key probes alone. What was read has come too, though nobody told of it.
const delivery = prepared<{ at: DbTime | null }>({
  name: 'direct_delivery',
  text: `SELECT mark."deliveredAt" AS at FROM "User" v
    JOIN "ChannelMember" cm ON cm."channelId" = $1 AND cm."userId" <> $3 AND cm."leftAt" IS NULL
    JOIN "User" u ON u.id = cm."userId" AND u."readReceipts"
    LEFT JOIN "DeliveryMark" mark ON mark."channelId" = $1 AND mark."userId" = u.id AND mark.seq >= $2
    WHERE v.id = $4 AND v."readReceipts" AND (mark.seq IS NOT NULL OR cm."lastReadSeq" >= $2)
      AND NOT EXISTS (SELECT FROM "Block" b WHERE (b."blockerId" = v.id AND b."blockedId" = u.id)
        OR (b."blockerId" = u.id AND b."blockedId" = v.id))
      AND ${sharesPresenceWith('v.id')}`,
});

/** That a message came to a device of its reader's. `at`: by when it had; null when it was read before any device told. */
export interface Delivery {
  readonly at: string | null;
}

/**
 * Whether a message of a conversation of two came to a device of the one who did not write it, as far as the viewer may know:
 * null for one that did not, and for any other channel's.
 */
export async function findDelivery(viewerId: string, message: AccessibleMessage): Promise<Delivery | null> {
  if (message.channelKind !== 'DIRECT') return null;
  const [row] = await delivery([message.channelId, message.seq, message.author.id, viewerId]);
  return row ? { at: isoTimeOrNull(row.at) } : null;
}
