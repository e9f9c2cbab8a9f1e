import { AppError } from '@parley/api/app-error';
import { findEmojiPicture } from '@parley/api/emoji/find-emoji-picture';
import { id } from '@parley/api/input/fields';
import { consumeLimit } from '@parley/api/trpc/consume-limit';
import { contextOf } from './request-context.ts';

/** Whatever a picture turns out to be, nothing of it runs, and nobody guesses what else it could be. */
const inert = {
  'content-security-policy': "default-src 'none'; sandbox",
  'x-content-type-options': 'nosniff',
  'content-disposition': 'inline',
  'cross-origin-resource-policy': 'same-origin',
};
/** A picture never changes; only this person's browser may keep it. */
const kept = { 'cache-control': 'private, max-age=31536000, immutable' };

function refused(status: 401 | 404 | 429, reason: string, headers: Record<string, string> = {}): Response {
  const error = { data: { code: reason, reason } };
  return Response.json({ error }, { status, headers: { 'cache-control': 'no-store', ...headers } });
}

/**
 * Answers `GET /api/emoji/{id}` with the picture of a workspace's emoji: to its members. Without a session 401; 404 for
 * anybody else, as for one that does not exist.
 */
export async function answerEmoji({ headers }: Request, emojiId: string): Promise<Response> {
  const ctx = contextOf(headers, 'http');
  const caller = await ctx.authenticate();
  if (!caller) return refused(401, 'UNAUTHORIZED');
  try {
    await consumeLimit(ctx, 'read', `user:${caller.user.id}`);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return refused(429, 'TOO_MANY_REQUESTS', { 'retry-after': String(error.details.retryAfter ?? 1) });
  }
  const asked = id.safeParse(emojiId);
  const picture = asked.success ? await findEmojiPicture(caller.user.id, asked.data) : null;
  if (!picture) return refused(404, 'NOT_FOUND');
  return new Response(new Uint8Array(picture.bytes), { headers: { ...inert, ...kept, 'content-type': picture.mime } });
}
