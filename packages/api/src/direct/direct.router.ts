import { z } from 'zod';
import { channelListOutput, channelOutput } from '../channel/channel.output.ts';
import { listDirects } from '../channel/list-channels.ts';
import { router } from '../trpc/init.ts';
import { channelMember, workspaceMember } from '../trpc/procedures.ts';
import { closeDirect } from './close-direct.ts';
import { directIdInput, listDirectsInput, markDeliveredInput, openDirectInput } from './direct.input.ts';
import { markDelivered } from './mark-delivered.ts';
import { openDirect } from './open-direct.ts';

/** Conversations of certain people. What works in a channel works in them, by the same procedures. */
export const directRouter = router({
  /** The one conversation of exactly these people and the caller, made when there is none. */
  open: workspaceMember
    .meta({ limit: 'change' })
    .input(openDirectInput)
    .output(channelOutput)
    .mutation(({ ctx, input }) => openDirect(ctx, input)),
  /** The caller's open conversations, the latest first. `channel.list` holds them too. */
  list: workspaceMember
    .meta({ limit: 'read' })
    .input(listDirectsInput)
    .output(channelListOutput)
    .query(async ({ ctx, input }) => ({ items: await listDirects(ctx.caller.user.id, input.workspaceId) })),
  /** Puts a conversation out of the caller's list, until its next message. */
  close: channelMember
    .meta({ limit: 'change' })
    .input(directIdInput)
    .output(z.object({ id: z.uuid() }))
    .mutation(({ ctx }) => closeDirect(ctx)),
  /** A device of the caller's knows of these conversations of two up to here. Never moves back; answers what moved. */
  markDelivered: workspaceMember
    .meta({ limit: 'signal' })
    .input(markDeliveredInput)
    .output(z.object({ moved: z.array(z.object({ channelId: z.uuid(), seq: z.int() })) }))
    .mutation(async ({ ctx, input }) => ({ moved: await markDelivered(ctx, input) })),
});
