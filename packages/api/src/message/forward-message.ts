import type { Message } from '@parley/realtime/shapes';
import { findMemberChannel, type MemberChannel } from '../access/channel-access.ts';
import { findMessage } from '../access/message-access.ts';
import { conflict, forbidden, notFound } from '../app-error.ts';
import { apiEnv } from '../env.ts';
import type { VerbContext } from '../trpc/context.ts';
import { getWorkspace } from '../workspace/get-workspace.ts';
import type { ForwardMessageInput, MessageIdInput } from './message.input.ts';
import type { MessageCard } from './message.output.ts';
import { messageView } from './message.view.ts';
import { sendMessage } from './send-message.ts';

/**
 * Sends a message on to another channel of its workspace: what goes is its permalink, below what the caller says to it, so
 * that each reader sees the message itself only with a right to it. NOT_FOUND for a message the caller may not read.
 */
export async function forwardMessage(
  ctx: VerbContext & { channel: MemberChannel },
  { id, channelId, body, nonce }: ForwardMessageInput,
): Promise<Message> {
  const source = await findMessage(ctx.caller.user.id, id);
  if (!source || source.workspaceId !== ctx.channel.workspaceId) throw notFound();
  if (source.deletedAt) throw conflict('DELETED', 'This message was deleted meanwhile.');
  if (source.kind === 'SYSTEM') throw forbidden('SYSTEM', 'Only what people wrote can be forwarded.');
  const { slug } = await getWorkspace(ctx, source.workspaceId);
  const link = `${apiEnv().PUBLIC_URL}/w/${slug}/${source.channelId}?message=${id}`;
  const said = body === undefined ? link : `${body}\n\n${link}`;
  return sendMessage(ctx, { channelId, nonce, body: said }, { away: true });
}

/** What a permalink leads to, for this reader: the message and where it stands. NOT_FOUND without a right to it. */
export async function messageCard(ctx: VerbContext, { id }: MessageIdInput): Promise<MessageCard> {
  const viewerId = ctx.caller.user.id;
  const message = await findMessage(viewerId, id);
  const channel = message && (await findMemberChannel(viewerId, message.channelId));
  if (!channel) throw notFound();
  const workspace = await getWorkspace(ctx, channel.workspaceId);
  return {
    message: messageView(message),
    channel: { id: channel.id, name: channel.name, kind: channel.kind },
    workspace: { id: workspace.id, slug: workspace.slug },
  };
}
