import { accountRouter } from './account/account.router.ts';
import { authRouter } from './auth/auth.router.ts';
import { channelRouter } from './channel/channel.router.ts';
import { directRouter } from './direct/direct.router.ts';
import { draftRouter } from './draft/draft.router.ts';
import { emojiRouter } from './emoji/emoji.router.ts';
import { inboxProcedure } from './inbox/inbox.router.ts';
import { mentionRouter } from './mention/mention.router.ts';
import { messageRouter } from './message/message.router.ts';
import { presenceRouter } from './presence/presence.router.ts';
import { savedRouter } from './saved/saved.router.ts';
import { scheduleRouter } from './schedule/schedule.router.ts';
import { searchRouter } from './search/search.router.ts';
import { threadRouter } from './thread/thread.router.ts';
import { createCallerFactory, mergeRouters, router } from './trpc/init.ts';
import { typingRouter } from './typing/typing.router.ts';
import { userRouter } from './user/user.router.ts';
import { workspaceRouter } from './workspace/workspace.router.ts';

/** The whole product: every transport and every client calls this. */
export const appRouter = router({
  auth: authRouter,
  account: accountRouter,
  user: userRouter,
  workspace: workspaceRouter,
  channel: channelRouter,
  direct: directRouter,
  message: mergeRouters(messageRouter, scheduleRouter, savedRouter),
  thread: threadRouter,
  mention: mentionRouter,
  search: searchRouter,
  draft: draftRouter,
  emoji: emojiRouter,
  typing: typingRouter,
  presence: presenceRouter,
  inbox: inboxProcedure,
});

export type AppRouter = typeof appRouter;

/** Calls the router inside the process, as the server's own pages do. */
export const createCaller = createCallerFactory(appRouter);
