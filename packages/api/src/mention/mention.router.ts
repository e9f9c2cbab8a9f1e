import { router } from '../trpc/init.ts';
import { authed, workspaceMember } from '../trpc/procedures.ts';
import { listMentions, markMentionsRead } from './list-mentions.ts';
import { listMentionsInput, markMentionsReadInput } from './mention.input.ts';
import { mentionsOutput, mentionsReadOutput } from './mention.output.ts';

/** What concerns the caller: mentions, replies to them, reactions to what they wrote. */
export const mentionRouter = router({
  list: authed
    .meta({ limit: 'read' })
    .input(listMentionsInput)
    .output(mentionsOutput)
    .query(({ ctx, input }) => listMentions(ctx, input)),
  markRead: workspaceMember
    .meta({ limit: 'signal' })
    .input(markMentionsReadInput)
    .output(mentionsReadOutput)
    .mutation(({ ctx, input }) => markMentionsRead(ctx, input)),
});
