import type { Message } from '@parley/realtime/shapes';
import { findMessage } from '../access/message-access.ts';
import { notFound } from '../app-error.ts';
import type { VerbContext } from '../trpc/context.ts';
import type { MessageIdInput } from './message.input.ts';
import { messageView } from './message.view.ts';

/** One message, for a member of its channel. */
export async function getMessage(ctx: VerbContext, { id }: MessageIdInput): Promise<Message> {
  const message = await findMessage(ctx.caller.user.id, id);
  if (!message) throw notFound();
  return messageView(message);
}
