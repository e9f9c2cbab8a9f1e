import { type Prepared, prepared } from '@parley/db/query';
import type { Realtime } from '@parley/realtime/realtime';
import type { UserSignal } from '@parley/realtime/signals';
import { userTopic } from '@parley/realtime/topics';
import { excerpt } from '../notification/excerpt.ts';

/** Enough of a body for its excerpt. */
const longestText = 400;

interface Reminder {
  readonly userId: string;
  readonly workspaceId: string;
  readonly channelId: string;
  readonly messageId: string;
  readonly authorName: string;
  readonly text: string;
}

const isDue = `s."remindAt" IS NOT NULL AND s."remindedAt" IS NULL AND s."remindAt" <= now()`;

/** Takes reminders that `which` finds; those whose message or place in its channel is gone are marked and told to nobody. */
function taking(name: string, which: string): Prepared<Reminder> {
  return prepared<Reminder>({
    name,
    text: `WITH due AS (SELECT s."userId", s."messageId" FROM "SavedMessage" s WHERE ${isDue} ${which}), told AS (
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
}

// By primary key. It waits for whoever has the row, and sees what they made of it.
const takeOne = taking('saved_remind', 'AND s."userId" = $1 AND s."messageId" = $2 FOR UPDATE');

// The first of the partial index "SavedMessage_remindAt_idx" that no other server has.
const takeDue = taking('saved_remind_due', 'ORDER BY s."remindAt" LIMIT $1 FOR UPDATE SKIP LOCKED');

function tell({ hub }: Realtime, due: readonly Reminder[]): void {
  for (const { userId, authorName, text, ...place } of due) {
    const id = `reminder ${place.messageId}`;
    const signal: UserSignal = {
      type: 'notification',
      kind: 'REMINDER',
      id,
      title: authorName,
      text: excerpt(text),
      ...place,
    };
    hub.publish(userTopic(userId), JSON.stringify(signal));
  }
}

/** Tells a person of the message that they wanted to be reminded of, if that is due; answers whether it told them now. */
export async function remind(realtime: Realtime, place: { userId: string; messageId: string }): Promise<boolean> {
  const due = await takeOne([place.userId, place.messageId]);
  tell(realtime, due);
  return due.length > 0;
}

/** Tells people of the reminders that are due, each once, and answers how many. */
export async function remindDue(realtime: Realtime, most = 1_000): Promise<number> {
  const due = await takeDue([most]);
  tell(realtime, due);
  return due.length;
}
