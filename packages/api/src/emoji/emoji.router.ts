import { z } from 'zod';
import { router } from '../trpc/init.ts';
import { authed, workspaceMember } from '../trpc/procedures.ts';
import { createEmoji } from './create-emoji.ts';
import { deleteEmoji } from './delete-emoji.ts';
import { createEmojiInput, emojiIdInput, listEmojiInput } from './emoji.input.ts';
import { emojiSchema } from './emoji.view.ts';
import { listEmoji } from './list-emoji.ts';

/** A workspace's own emoji. */
export const emojiRouter = router({
  /** All of them, by name. */
  list: workspaceMember
    .meta({ limit: 'read' })
    .input(listEmojiInput)
    .output(z.object({ items: z.array(emojiSchema) }))
    .query(async ({ input }) => ({ items: await listEmoji(input.workspaceId) })),
  /** Adds one, of a picture or as another name. */
  create: workspaceMember
    .meta({ limit: 'change' })
    .input(createEmojiInput)
    .output(emojiSchema)
    .mutation(({ ctx, input }) => createEmoji(ctx, input)),
  /** Removes one, with its other names. */
  delete: authed
    .meta({ limit: 'change' })
    .input(emojiIdInput)
    .output(z.object({ id: z.uuid() }))
    .mutation(({ ctx, input }) => deleteEmoji(ctx, input.id)),
});
