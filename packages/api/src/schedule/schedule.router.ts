import { messageSchema } from '@parley/realtime/shapes';
import { z } from 'zod';
import { router } from '../trpc/init.ts';
import { authed, channelMember, workspaceMember } from '../trpc/procedures.ts';
import * as input from './schedule.input.ts';
import { scheduledMessageSchema } from './schedule.view.ts';
import { cancelScheduled, listScheduled, scheduleMessage, updateScheduled } from './schedule-message.ts';
import { sendScheduledNow } from './send-scheduled.ts';

const send = { limit: 'send' } as const;

/** Messages that are sent later: a part of `message`. */
export const scheduleRouter = router({
  /** Schedules a message; rights are checked again when it is sent. */
  schedule: channelMember
    .meta(send)
    .input(input.scheduleInput)
    .output(scheduledMessageSchema)
    .mutation(({ ctx, input }) => scheduleMessage(ctx, input)),
  /** The caller's messages that are still to be sent, and those that could not be. */
  scheduled: workspaceMember
    .meta({ limit: 'read' })
    .input(input.scheduledInput)
    .output(z.object({ items: z.array(scheduledMessageSchema) }))
    .query(async ({ ctx, input }) => ({ items: await listScheduled(ctx.caller.user.id, input.workspaceId) })),
  updateScheduled: authed
    .meta(send)
    .input(input.updateScheduledInput)
    .output(scheduledMessageSchema)
    .mutation(({ ctx, input }) => updateScheduled(ctx, input)),
  cancelScheduled: authed
    .meta(send)
    .input(input.scheduledIdInput)
    .output(z.object({ id: z.uuid() }))
    .mutation(({ ctx, input }) => cancelScheduled(ctx, input.id)),
  sendScheduledNow: authed
    .meta(send)
    .input(input.scheduledIdInput)
    .output(messageSchema)
    .mutation(({ ctx, input }) => sendScheduledNow(ctx, input.id)),
});
