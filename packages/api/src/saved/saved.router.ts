import { z } from 'zod';
import { router } from '../trpc/init.ts';
import { authed, workspaceMember } from '../trpc/procedures.ts';
import { listSaved } from './list-saved.ts';
import { listSavedIds } from './list-saved-ids.ts';
import { saveMessage, setSavedDone, unsaveMessage } from './save-message.ts';
import * as input from './saved.input.ts';
import { savedMessageSchema, savedStateSchema } from './saved.view.ts';

const change = { limit: 'change' } as const;

/** Messages that one keeps for later: a part of `message`. */
export const savedRouter = router({
  /** Keeps a message, and tells of it at `remindAt` as a notification in the inbox. */
  save: authed
    .meta(change)
    .input(input.saveMessageInput)
    .output(savedStateSchema)
    .mutation(({ ctx, input }) => saveMessage(ctx, input)),
  unsave: authed
    .meta(change)
    .input(input.savedIdInput)
    .output(z.object({ id: z.uuid() }))
    .mutation(({ ctx, input }) => unsaveMessage(ctx, input.id)),
  setSavedDone: authed
    .meta(change)
    .input(input.setSavedDoneInput)
    .output(savedStateSchema)
    .mutation(({ ctx, input }) => setSavedDone(ctx, input)),
  saved: workspaceMember
    .meta({ limit: 'read' })
    .input(input.listSavedInput)
    .output(z.object({ items: z.array(savedMessageSchema), nextCursor: z.string().nullable() }))
    .query(({ ctx, input }) => listSaved(ctx.caller.user.id, input)),
  /** Which messages are kept and not done, to mark them wherever they are shown. */
  savedIds: workspaceMember
    .meta({ limit: 'read' })
    .input(input.savedIdsInput)
    .output(z.object({ ids: z.array(z.uuid()) }))
    .query(async ({ ctx, input }) => ({ ids: await listSavedIds(ctx.caller.user.id, input.workspaceId) })),
});
