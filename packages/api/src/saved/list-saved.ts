import { prepared } from '@parley/db/query';
import type { ChannelKind } from '../access/channel-access.ts';
import { type MessageRow, messageColumns } from '../message/message.view.ts';
import { readCursor, writeCursor } from '../page/cursor.ts';
import type { ListSavedInput } from './saved.input.ts';
import { type SavedMessage, type SavedRow, savedColumns, savedView } from './saved.view.ts';

// A range of the primary key ("userId", "messageId"), sorted: nobody keeps more than some thousand. Each message and the
// reader's place in its channel by primary key.
const page = prepared<SavedRow & MessageRow & { channelName: string; channelKind: ChannelKind }>({
  name: 'saved_list',
  text: `SELECT ${savedColumns}, ${messageColumns}, c.name AS "channelName", c.kind AS "channelKind"
    FROM "SavedMessage" s
    JOIN "Message" m ON m.id = s."messageId" AND m."deletedAt" IS NULL
    JOIN "User" u ON u.id = m."authorId"
    JOIN "Channel" c ON c.id = m."channelId" AND c."workspaceId" = $2 AND c."deletedAt" IS NULL
    JOIN "ChannelMember" cm ON cm."channelId" = m."channelId" AND cm."userId" = $1 AND cm."leftAt" IS NULL
    WHERE s."userId" = $1 AND (s."doneAt" IS NOT NULL) = $3
      AND ($4::timestamptz IS NULL OR (s."savedAt", s."messageId") < ($4, $5::uuid))
    ORDER BY s."savedAt" DESC, s."messageId" DESC LIMIT $6`,
});

/** What one keeps in a workspace, the latest first: what is open, or what is done. */
export async function listSaved(
  userId: string,
  { workspaceId, done, cursor, limit }: ListSavedInput,
): Promise<{ items: SavedMessage[]; nextCursor: string | null }> {
  const scope = `message.saved ${workspaceId} ${userId} ${done}`;
  const [time = null, id = null] = cursor === undefined ? [] : readCursor(scope, cursor).split(' ');
  const rows = await page([userId, workspaceId, done, time, id, limit + 1]);
  const shown = rows.slice(0, limit).map(savedView);
  const last = shown.at(-1);
  const more = rows.length > limit && last;
  return { items: shown, nextCursor: more ? writeCursor(scope, `${last.savedAt} ${last.id}`) : null };
}
