import type { TypingPlace } from '@parley/realtime/typing';
import { findMessage } from '../access/message-access.ts';
import { notFound } from '../app-error.ts';
import type { VerbContext } from '../trpc/context.ts';
import type { TypingInput } from './typing.input.ts';

/** A thread belongs to its channel: a parent in another one is NOT_FOUND. */
async function placeOf(ctx: VerbContext, { channelId, parentId }: TypingInput): Promise<TypingPlace> {
  const userId = ctx.caller.user.id;
  if (!parentId) return { channelId, userId, parentId: null };
  const parent = await findMessage(userId, parentId);
  if (parent?.channelId !== channelId) throw notFound();
  return { channelId, userId, parentId };
}

/** Tells the others in the channel that the caller types. */
export async function startTyping(ctx: VerbContext, input: TypingInput): Promise<{ ok: true }> {
  ctx.realtime.typing.start(await placeOf(ctx, input));
  return { ok: true };
}

/** Tells the others in the channel that the caller stopped. */
export async function stopTyping(ctx: VerbContext, input: TypingInput): Promise<{ ok: true }> {
  ctx.realtime.typing.stop(await placeOf(ctx, input));
  return { ok: true };
}
