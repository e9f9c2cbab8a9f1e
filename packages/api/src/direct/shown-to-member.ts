/** Is channel `c` a conversation of its member `cm` with somebody whom they blocked? They hear nothing of it until they unblock. */
export const withBlocked = `(c.kind = 'DIRECT' AND EXISTS (
      SELECT FROM "Block" b JOIN "ChannelMember" other ON other."channelId" = c.id AND other."userId" = b."blockedId"
      WHERE b."blockerId" = cm."userId"
    ))`;

/**
 * Is channel `c` in the list of its member `cm`? Channels are. A conversation that was closed, or that others began, is
 * from its next message on: one probe of ("channelId", seq) when something happened since. One with somebody whom the
 * member blocked is not, whatever is written there.
 */
export const shownToMember = `(c.kind NOT IN ('DIRECT', 'GROUP') OR ((cm."hiddenSeq" IS NULL OR (c.seq > cm."hiddenSeq" AND EXISTS (
      SELECT FROM "Message" spoken WHERE spoken."channelId" = c.id AND spoken.seq > cm."hiddenSeq" AND spoken.kind = 'USER'
    ))) AND NOT ${withBlocked}))`;
