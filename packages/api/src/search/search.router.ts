import { router } from '../trpc/init.ts';
import { workspaceMember } from '../trpc/procedures.ts';
import { searchMessagesInput, searchNamesInput } from './search.input.ts';
import { searchChannelsOutput, searchJumpOutput, searchMessagesOutput, searchPeopleOutput } from './search.output.ts';
import { searchMessages } from './search-messages.ts';
import { searchChannels, searchJump, searchPeople } from './search-names.ts';

const search = { limit: 'search' } as const;
const read = { limit: 'read' } as const;

/** Finding what was said, and where. */
export const searchRouter = router({
  /** Messages of the caller's channels, with where they hold what was looked for. */
  messages: workspaceMember
    .meta(search)
    .input(searchMessagesInput)
    .output(searchMessagesOutput)
    .query(({ ctx, input }) => searchMessages(ctx, input)),
  /** Channels by name that the caller may know of. */
  channels: workspaceMember
    .meta(read)
    .input(searchNamesInput)
    .output(searchChannelsOutput)
    .query(async ({ ctx, input }) => ({ items: await searchChannels(ctx.caller.user.id, ctx.membership, input) })),
  /** People by name or handle. */
  people: workspaceMember
    .meta(read)
    .input(searchNamesInput)
    .output(searchPeopleOutput)
    .query(async ({ ctx, input }) => ({ items: await searchPeople(ctx.caller.user.id, ctx.membership, input) })),
  /** Where the caller may want to go: channels, directs and people together, for the quick switcher. */
  jump: workspaceMember
    .meta(read)
    .input(searchNamesInput)
    .output(searchJumpOutput)
    .query(async ({ ctx, input }) => ({ items: await searchJump(ctx.caller.user.id, ctx.membership, input) })),
});
