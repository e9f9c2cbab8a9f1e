import { router } from '../trpc/init.ts';
import { workspaceMember } from '../trpc/procedures.ts';
import { searchMessagesInput } from './search.input.ts';
import { searchMessagesOutput } from './search.output.ts';
import { searchMessages } from './search-messages.ts';

const search = { limit: 'search' } as const;

/** Finding what was said, and where. */
export const searchRouter = router({
  /** Messages of the caller's channels, with where they hold what was looked for. */
  messages: workspaceMember
    .meta(search)
    .input(searchMessagesInput)
    .output(searchMessagesOutput)
    .query(({ ctx, input }) => searchMessages(ctx, input)),
});
