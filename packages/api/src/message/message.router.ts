import type { ChannelEvent } from '@parley/realtime/events';
import { messageSchema } from '@parley/realtime/shapes';
import { z } from 'zod';
import { whyNotified, whyNotifiedSchema } from '../notification/why-notified.ts';
import { consumeLimit } from '../trpc/consume-limit.ts';
import { type TrackedStream, trackedStream } from '../trpc/event-stream-output.ts';
import { router } from '../trpc/init.ts';
import { authed, channelMember } from '../trpc/procedures.ts';
import { refuseToBlocked } from '../user/refuse-to-blocked.ts';
import { deleteMessage } from './delete-message.ts';
import { editMessage } from './edit-message.ts';
import { forwardMessage, messageCard } from './forward-message.ts';
import { getMessage } from './get-message.ts';
import { listChanges } from './list-changes.ts';
import { listMessages } from './list-messages.ts';
import { listReceipts, receiptsSchema } from './list-receipts.ts';
import { listRevisions } from './list-revisions.ts';
import * as input from './message.input.ts';
import * as output from './message.output.ts';
import { listPinned, pinMessage, unpinMessage } from './pin-message.ts';
import { react, unreact } from './react-message.ts';
import { sendMessage } from './send-message.ts';
import { watchChannel } from './watch-channel.ts';

/** Messages of channels: writing, reading, and following what changes. */
export const messageRouter = router({
  /** Sends a message. Repeating the call with the same nonce gives the same message. */
  send: channelMember
    .meta({ limit: 'send' })
    .input(input.sendMessageInput)
    .output(messageSchema)
    .mutation(async ({ ctx, input }) => {
      await consumeLimit(ctx, 'sendToChannel', `channel:${input.channelId}`);
      await refuseToBlocked(ctx);
      return sendMessage(ctx, input);
    }),
  /** Replaces a message's text; only its author may. */
  edit: authed
    .meta({ limit: 'send' })
    .input(input.editMessageInput)
    .output(messageSchema)
    .mutation(({ ctx, input }) => editMessage(ctx, input)),
  /** Deletes a message; its place stays. */
  delete: authed
    .meta({ limit: 'send' })
    .input(input.messageIdInput)
    .output(messageSchema)
    .mutation(({ ctx, input }) => deleteMessage(ctx, input)),
  /** Sends a message's permalink to another channel of its workspace. */
  forward: channelMember
    .meta({ limit: 'send' })
    .input(input.forwardMessageInput)
    .output(messageSchema)
    .mutation(async ({ ctx, input }) => {
      await consumeLimit(ctx, 'sendToChannel', `channel:${input.channelId}`);
      await refuseToBlocked(ctx);
      return forwardMessage(ctx, input);
    }),
  /** Whether the caller is notified of a message, and why. */
  whyNotified: authed
    .meta({ limit: 'read' })
    .input(input.messageIdInput)
    .output(whyNotifiedSchema)
    .query(({ ctx, input }) => whyNotified(ctx, input.id)),
  /** Who read a message, and when. */
  receipts: authed
    .meta({ limit: 'read' })
    .input(input.messageIdInput)
    .output(receiptsSchema)
    .query(({ ctx, input }) => listReceipts(ctx, input)),
  /** What a permalink leads to, for the caller. */
  card: authed
    .meta({ limit: 'read' })
    .input(input.messageIdInput)
    .output(output.cardOutput)
    .query(({ ctx, input }) => messageCard(ctx, input)),
  /** Sets the caller's emoji on a message; again is the same answer. */
  react: authed
    .meta({ limit: 'change' })
    .input(input.reactInput)
    .output(messageSchema)
    .mutation(({ ctx, input }) => react(ctx, input)),
  unreact: authed
    .meta({ limit: 'change' })
    .input(input.reactInput)
    .output(messageSchema)
    .mutation(({ ctx, input }) => unreact(ctx, input)),
  pin: authed
    .meta({ limit: 'change' })
    .input(input.messageIdInput)
    .output(messageSchema)
    .mutation(({ ctx, input }) => pinMessage(ctx, input.id)),
  unpin: authed
    .meta({ limit: 'change' })
    .input(input.messageIdInput)
    .output(messageSchema)
    .mutation(({ ctx, input }) => unpinMessage(ctx, input.id)),
  /** A channel's pinned messages, the latest pin first. */
  pinned: channelMember
    .meta({ limit: 'read' })
    .input(input.pinnedInput)
    .output(output.pinnedOutput)
    .query(({ ctx, input }) => listPinned(ctx.channel, input)),
  /** A page of history, oldest first: the newest, or around a message, a number or a moment. */
  list: channelMember
    .meta({ limit: 'read' })
    .input(input.listMessagesInput)
    .output(output.messagePageOutput)
    .query(({ ctx, input }) => listMessages(ctx.channel, input)),
  get: authed
    .meta({ limit: 'read' })
    .input(input.messageIdInput)
    .output(messageSchema)
    .query(({ ctx, input }) => getMessage(ctx, input)),
  /** What changed after a number, each row once, as it stands now. */
  changes: channelMember
    .meta({ limit: 'read' })
    .input(input.listChangesInput)
    .output(output.changesOutput)
    .query(({ ctx, input }) => listChanges(ctx, input)),
  /** What a message said before its edits, the latest first. */
  history: authed
    .meta({ limit: 'read' })
    .input(input.messageHistoryInput)
    .output(output.revisionsOutput)
    .query(({ ctx, input }) => listRevisions(ctx, input)),
  /** Every durable change of a channel, in order and without a gap, each tracked by its number. */
  onChange: channelMember
    .meta({ limit: 'subscribe' })
    .input(input.onChangeInput)
    .output(z.custom<TrackedStream<ChannelEvent>>())
    .subscription(({ ctx, input, signal }) => trackedStream(watchChannel(ctx, input, signal))),
});
