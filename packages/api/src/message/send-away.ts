import type { Message } from '@parley/realtime/shapes';
import type { MemberChannel } from '../access/channel-access.ts';
import { tellPosition } from '../read-state/move-read-position.ts';
import type { VerbContext } from '../trpc/context.ts';
import type { SendMessageInput } from './message.input.ts';
import { sendMessage } from './send-message.ts';

/**
 * Sends a message of somebody who does not look at the channel that it goes to: nothing there counts as read by it. Their
 * devices, which take the writer of a message for its reader, are told so.
 */
export async function sendAway(
  ctx: VerbContext & { readonly channel: MemberChannel },
  input: SendMessageInput,
): Promise<Message> {
  const message = await sendMessage(ctx, input, { away: true });
  const { workspaceId } = ctx.channel;
  if (message.parentId === null) await tellPosition(ctx, { channelId: message.channelId, workspaceId });
  return message;
}
