import { z } from 'zod';
import { router } from '../trpc/init.ts';
import { channelMember, workspaceMember } from '../trpc/procedures.ts';
import { discardDraftInput, listDraftsInput, saveDraftInput } from './draft.input.ts';
import { draftSchema } from './draft.view.ts';
import { listDrafts } from './list-drafts.ts';
import { discardDraft, saveDraft } from './save-draft.ts';

const signal = { limit: 'signal' } as const;

/** What one has begun to write, on all one's devices. */
export const draftRouter = router({
  list: workspaceMember
    .meta({ limit: 'read' })
    .input(listDraftsInput)
    .output(z.object({ items: z.array(draftSchema) }))
    .query(async ({ ctx, input }) => ({ items: await listDrafts(ctx.caller.user.id, input.workspaceId) })),
  /** Saves a draft over the version that the device knows; over a newer one it is CONFLICT with the `current` one. */
  save: channelMember
    .meta(signal)
    .input(saveDraftInput)
    .output(draftSchema)
    .mutation(({ ctx, input }) => saveDraft(ctx, input)),
  discard: channelMember
    .meta(signal)
    .input(discardDraftInput)
    .output(z.object({ version: z.int() }))
    .mutation(({ ctx, input }) => discardDraft(ctx, input)),
});
