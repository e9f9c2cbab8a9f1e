import { prepared } from '@parley/db/query';
import type { Realtime } from '@parley/realtime/realtime';
import type { UserSignal } from '@parley/realtime/signals';
import { userTopic } from '@parley/realtime/topics';

const longestText = 200;

interface Reminder {
  readonly userId: string;
  readonly workspaceId: string;
  readonly channelId: string;
  readonly messageId: string;
  readonly authorName: string;
  readonly text: string;
}

// The due ones of the partial index "SavedMessage_remindAt_idx" that no other server has; those whose message or place in
// its channel is gone are marked and told to nobody.
const takeDue = prepared<Reminder>({
  name: 'saved_remind_due',
  text: `WITH due AS (
      SELECT s."userId", s."messageId" FROM "SavedMessage" s WHERE s."remindAt" IS NOT NULL AND s."remindedAt" IS NULL
        AND s."remindAt" <= now() ORDER BY s."remindAt" LIMIT $1 FOR UPDATE SKIP LOCKED
    ), told AS (
      UPDATE "SavedMessage" s SET "remindedAt" = now() FROM due
      WHERE s."userId" = due."userId" AND s."messageId" = due."messageId" RETURNING s."userId", s."messageId"
    )
    SELECT told."userId", told."messageId", c."workspaceId", c.id AS "channelId", u."displayName" AS "authorName",
      left(m.body, ${longestText}) AS text
    FROM told
    JOIN "Message" m ON m.id = told."messageId" AND m."deletedAt" IS NULL
    JOIN "User" u ON u.id = m."authorId"
    JOIN "Channel" c ON c.id = m."channelId" AND c."deletedAt" IS NULL
    JOIN "ChannelMember" cm ON cm."channelId" = c.id AND cm."userId" = told."userId" AND cm."leftAt" IS NULL
    JOIN "Member" w ON w."workspaceId" = c."workspaceId" AND w."userId" = told."userId"`,
});

/** Tells people of the reminders that are due, each once, and answers how many. */
export async function remindDue(realtime: Realtime, most = 100): Promise<number> {
  const due = await takeDue([most]);
  for (const { userId, authorName, ...place } of due) {
    const id = `reminder ${place.messageId}`;
    const signal: UserSignal = { type: 'notification', kind: 'REMINDER', id, title: authorName, ...place };
    realtime.hub.publish(userTopic(userId), JSON.stringify(signal));
  }
  return due.length;
}
