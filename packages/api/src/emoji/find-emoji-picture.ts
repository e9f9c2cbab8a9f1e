import { prepared } from '@parley/db/query';

/** The bytes of a picture, as they are sent. */
export interface EmojiPicture {
  readonly mime: string;
  readonly bytes: Buffer;
}

// Three primary-key probes.
const forViewer = prepared<EmojiPicture>({
  name: 'emoji_picture',
  text: `SELECT i.mime, i.bytes FROM "EmojiImage" i
    JOIN "Emoji" e ON e.id = i."emojiId"
    JOIN "Member" w ON w."workspaceId" = e."workspaceId" AND w."userId" = $2
    WHERE i."emojiId" = $1`,
});

/** The picture of an emoji, for a member of its workspace; otherwise null. */
export async function findEmojiPicture(viewerId: string, emojiId: string): Promise<EmojiPicture | null> {
  const [picture] = await forViewer([emojiId, viewerId]);
  return picture ?? null;
}
