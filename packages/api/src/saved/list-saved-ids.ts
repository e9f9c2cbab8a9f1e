import { prepared } from '@parley/db/query';

// A range of the primary key ("userId", "messageId"), each message and its channel by primary key; some thousand at most.
const open = prepared<{ id: string }>({
  name: 'saved_ids',
  text: `SELECT s."messageId" AS id FROM "SavedMessage" s
    JOIN "Message" m ON m.id = s."messageId" AND m."deletedAt" IS NULL
    JOIN "Channel" c ON c.id = m."channelId" AND c."workspaceId" = $2 AND c."deletedAt" IS NULL
    JOIN "ChannelMember" cm ON cm."channelId" = m."channelId" AND cm."userId" = $1 AND cm."leftAt" IS NULL
    WHERE s."userId" = $1 AND s."doneAt" IS NULL`,
});

/** The messages of a workspace that one keeps for later and has not dealt with, by their ids alone. */
export async function listSavedIds(userId: string, workspaceId: string): Promise<string[]> {
  return (await open([userId, workspaceId])).map(({ id }) => id);
}
