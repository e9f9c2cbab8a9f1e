import type { InboxEvent } from '@parley/realtime/signals';
import { z } from 'zod';
import { workspaceMember } from '../trpc/procedures.ts';
import { inboxInput } from './inbox.input.ts';
import { watchInbox } from './watch-inbox.ts';

/** What happens to the caller in a workspace, over all channels. One subscription a client. */
export const inboxProcedure = workspaceMember
  .meta({ limit: 'subscribe' })
  .input(inboxInput)
  .output(z.custom<AsyncIterable<InboxEvent>>())
  .subscription(({ ctx, input, signal }) => watchInbox(ctx, input.workspaceId, signal));
