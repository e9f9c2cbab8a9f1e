import type { ChannelEvent } from '@parley/realtime/events';
import { messageSchema } from '@parley/realtime/shapes';
import { z } from 'zod';
import { consumeLimit } from '../trpc/consume-limit.ts';
import { type TrackedStream, trackedStream } from '../trpc/event-stream-output.ts';
import { router } from '../trpc/init.ts';
import { authed, channelMember } from '../trpc/procedures.ts';
import { deleteMessage } from './delete-message.ts';
import { editMessage } from './edit-message.ts';
import { getMessage } from './get-message.ts';
import { listChanges } from './list-changes.ts';
import { listMessages } from './list-messages.ts';
import { listRevisions } from './list-revisions.ts';
import {
  editMessageInput,
  listChangesInput,
  listMessagesInput,
  messageHistoryInput,
  messageIdInput,
  onChangeInput,
  sendMessageInput,
} from './message.input.ts';
import { changesOutput, messagePageOutput, revisionsOutput } from './message.output.ts';
import { sendMessage } from './send-message.ts';
import { watchChannel } from './watch-channel.ts';

/** Messages of channels: writing, reading, and following what changes. */
export const messageRouter = router({
  /** Sends a message. Repeating the call with the same nonce gives the same message. */
  send: channelMember
    .meta({ limit: 'send' })
    .input(sendMessageInput)
    .output(messageSchema)
    .mutation(async ({ ctx, input }) => {
      await consumeLimit(ctx, 'sendToChannel', `channel:${input.channelId}`);
      return sendMessage(ctx, input);
    }),
  /** Replaces a message's text; only its author may. */
  edit: authed
    .meta({ limit: 'send' })
    .input(editMessageInput)
    .output(messageSchema)
    .mutation(({ ctx, input }) => editMessage(ctx, input)),
  /** Deletes a message; its place stays. */
  delete: authed
    .meta({ limit: 'send' })
    .input(messageIdInput)
    .output(messageSchema)
    .mutation(({ ctx, input }) => deleteMessage(ctx, input)),
  /** A page of history, oldest first: the newest, or around a message, a number or a moment. */
  list: channelMember
    .meta({ limit: 'read' })
    .input(listMessagesInput)
    .output(messagePageOutput)
    .query(({ ctx, input }) => listMessages(ctx.channel, input)),
  get: authed
    .meta({ limit: 'read' })
    .input(messageIdInput)
    .output(messageSchema)
    .query(({ ctx, input }) => getMessage(ctx, input)),
  /** What changed after a number, each row once, as it stands now. */
  changes: channelMember
    .meta({ limit: 'read' })
    .input(listChangesInput)
    .output(changesOutput)
    .query(({ ctx, input }) => listChanges(ctx, input)),
  /** What a message said before its edits, the latest first. */
  history: authed
    .meta({ limit: 'read' })
    .input(messageHistoryInput)
    .output(revisionsOutput)
    .query(({ ctx, input }) => listRevisions(ctx, input)),
  /** Every durable change of a channel, in order and without a gap, each tracked by its number. */
  onChange: channelMember
    .meta({ limit: 'subscribe' })
    .input(onChangeInput)
    .output(z.custom<TrackedStream<ChannelEvent>>())
    .subscription(({ ctx, input, signal }) => trackedStream(watchChannel(ctx, input, signal))),
});
