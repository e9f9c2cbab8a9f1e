import { z } from 'zod';
import { emojiName } from '../input/emoji.ts';
import { id } from '../input/fields.ts';

/** The most bytes a picture may have. */
export const maxPictureBytes = 256 * 1024;
/** The most pixels of its width and of its height; a browser makes larger ones smaller before it sends them. */
export const maxPicturePixels = 128;

export const listEmojiInput = z.strictObject({ workspaceId: id });
export const createEmojiInput = z
  .strictObject({
    workspaceId: id,
    name: emojiName,
    /** A PNG, GIF, WebP or JPEG in base64. */
    image: z
      .string()
      .min(1, 'This is not a picture.')
      .max(Math.ceil(maxPictureBytes / 3) * 4, `A picture may have ${maxPictureBytes / 1024} KiB.`)
      .optional(),
    /** Makes it another name of this emoji, instead of a picture of its own. */
    aliasOf: emojiName.optional(),
  })
  .refine((input) => (input.image === undefined) !== (input.aliasOf === undefined), {
    path: ['image'],
    message: 'Give either a picture or the emoji that it is another name of.',
  });
export const emojiIdInput = z.strictObject({ id });

export type CreateEmojiInput = z.output<typeof createEmojiInput>;
