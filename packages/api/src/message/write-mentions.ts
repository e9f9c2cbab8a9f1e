import { prepared } from '@parley/db/query';
import type { Client } from './change-message.ts';
import { mentionsIn } from './message-mentions.ts';

/** A message whose mentions are to be written. */
export interface CallingMessage {
  readonly id: string;
  readonly channelId: string;
  readonly authorId: string;
  readonly seq: number;
  readonly parentId: string | null;
  readonly body: string;
}

const forget = prepared({
  name: 'mention_forget',
  text: `DELETE FROM "Mention" WHERE "messageId" = $1
    AND CASE WHEN "userId" IS NULL THEN NOT $3::boolean ELSE NOT ("userId" = ANY($2::uuid[])) END`,
});

// Whoever is not in the workspace is not called, and by a guest nobody whom they may not know of: the text stays text.
const add = prepared<{ userId: string | null }>({
  name: 'mention_add',
  text: `INSERT INTO "Mention" (id, "messageId", "channelId", "userId", "authorId", seq, "parentId")
    SELECT gen_random_uuid(), $1, $2, called."userId", $3, $4::int, $5::uuid FROM (
      SELECT w."userId" FROM "Channel" c JOIN "Member" w ON w."workspaceId" = c."workspaceId"
      JOIN "Member" author ON author."workspaceId" = c."workspaceId" AND author."userId" = $3
      WHERE c.id = $2 AND w."userId" = ANY($6::uuid[]) AND (author.role <> 'GUEST' OR EXISTS (
        SELECT FROM "ChannelMember" mine
        JOIN "ChannelMember" theirs
          ON theirs."channelId" = mine."channelId" AND theirs."userId" = w."userId" AND theirs."leftAt" IS NULL
        JOIN "Channel" shared ON shared.id = mine."channelId" AND shared."workspaceId" = c."workspaceId" AND shared."deletedAt" IS NULL
        WHERE mine."userId" = $3 AND mine."leftAt" IS NULL
      ))
      UNION ALL
      SELECT NULL WHERE $7::boolean AND NOT EXISTS (SELECT FROM "Mention" WHERE "messageId" = $1 AND "userId" IS NULL)
    ) called
    ON CONFLICT ("messageId", "userId") DO NOTHING RETURNING "userId"`,
});

/** Whether a text calls anybody at all. */
export function callsAnybody(body: string): boolean {
  const { userIds, channel, here } = mentionsIn(body);
  return userIds.length > 0 || channel || here;
}

/** Writes whom a new message calls, in its transaction, and answers the people among them. */
export async function writeMentions(client: Client, message: CallingMessage): Promise<string[]> {
  const { userIds, channel, here } = mentionsIn(message.body);
  if (userIds.length === 0 && !channel && !here) return [];
  const { id, channelId, authorId, seq, parentId } = message;
  const rows = await add([id, channelId, authorId, seq, parentId, userIds, channel || here], client);
  return rows.flatMap((row) => (row.userId === null ? [] : [row.userId]));
}

/** Makes the mentions of an edited message those of its new text, and answers the people who are called now and were not. */
export async function rewriteMentions(client: Client, message: CallingMessage): Promise<string[]> {
  const { userIds, channel, here } = mentionsIn(message.body);
  await forget([message.id, userIds, channel || here], client);
  return writeMentions(client, message);
}
