import { prepared } from '@parley/db/query';
import { type Emoji, type EmojiRow, emojiView } from './emoji.view.ts';

// A range of the unique index ("workspaceId", name), with a probe of it for each; never more than `maxEmojiOfWorkspace`.
const ofWorkspace = prepared<EmojiRow>({
  name: 'emoji_list',
  text: `SELECT e.id, e.name, e."aliasOf", o.id AS "pictureId", e."createdById", e."createdAt"
    FROM "Emoji" e
    JOIN "Emoji" o ON o."workspaceId" = e."workspaceId" AND o.name = coalesce(e."aliasOf", e.name)
    WHERE e."workspaceId" = $1 ORDER BY e.name`,
});

/** All emoji of a workspace's own, by name. The caller's membership was looked up before. */
export async function listEmoji(workspaceId: string): Promise<Emoji[]> {
  return (await ofWorkspace([workspaceId])).map(emojiView);
}
