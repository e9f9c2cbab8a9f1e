import { z } from 'zod';
import { type DbTime, isoTime } from '../view-time.ts';

/** An emoji of a workspace's own. In texts and reactions it is `:name:`. */
export const emojiSchema = z
  .object({
    id: z.uuid(),
    /** Without colons. */
    name: z.string(),
    /** The emoji that it is another name of. */
    aliasOf: z.string().nullable(),
    /** Its picture, which never changes; for members of the workspace. */
    url: z.string(),
    createdById: z.uuid(),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'Emoji' });

export type Emoji = z.infer<typeof emojiSchema>;

export interface EmojiRow {
  readonly id: string;
  readonly name: string;
  readonly aliasOf: string | null;
  /** The emoji whose picture it shows. */
  readonly pictureId: string;
  readonly createdById: string;
  readonly createdAt: DbTime;
}

/** A workspace's own emoji as everybody in it sees it. */
export function emojiView({ pictureId, createdAt, ...row }: EmojiRow): Emoji {
  const { id, name, aliasOf, createdById } = row;
  return { id, name, aliasOf, url: `/api/emoji/${pictureId}`, createdById, createdAt: isoTime(createdAt) };
}
