import { router } from '../trpc/init.ts';
import { authed, workspaceMember } from '../trpc/procedures.ts';
import { getThread } from './get-thread.ts';
import { listThreads } from './list-threads.ts';
import { followThread, markThreadRead, markThreadUnread } from './own-thread.ts';
import { getThreadInput, markThreadReadInput, threadIdInput, threadInboxInput } from './thread.input.ts';
import { threadInboxOutput, threadOutput, threadPlaceSchema } from './thread.output.ts';

const read = { limit: 'read' } as const;
const signal = { limit: 'signal' } as const;

/** Threads: replies below a message. They are written with `message.send {parentId}`. */
export const threadRouter = router({
  /** A thread's parent, a page of its replies, and the caller's place in it. */
  get: authed
    .meta(read)
    .input(getThreadInput)
    .output(threadOutput)
    .query(({ ctx, input }) => getThread(ctx, input)),
  /** The threads that the caller follows, what is unread first. */
  inbox: workspaceMember
    .meta(read)
    .input(threadInboxInput)
    .output(threadInboxOutput)
    .query(({ ctx, input }) => listThreads(ctx, input)),
  follow: authed
    .meta(signal)
    .input(threadIdInput)
    .output(threadPlaceSchema)
    .mutation(({ ctx, input }) => followThread(ctx, input.parentId, true)),
  unfollow: authed
    .meta(signal)
    .input(threadIdInput)
    .output(threadPlaceSchema)
    .mutation(({ ctx, input }) => followThread(ctx, input.parentId, false)),
  /** Everything in the thread up to `seq` is read. Never moves back. */
  markRead: authed
    .meta(signal)
    .input(markThreadReadInput)
    .output(threadPlaceSchema)
    .mutation(({ ctx, input }) => markThreadRead(ctx, input)),
  /** Unread begins at `seq` again. Who does not follow the thread does from now on. */
  markUnread: authed
    .meta(signal)
    .input(markThreadReadInput)
    .output(threadPlaceSchema)
    .mutation(({ ctx, input }) => markThreadUnread(ctx, input)),
});
