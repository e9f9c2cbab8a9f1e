import { AppError } from '../app-error.ts';
import type { RequestContext } from './context.ts';
import { type LimitName, limits } from './limits.ts';
import { rateLimits } from './rate-limits.ts';

/**
 * Counts one call against a named limit. Over it: TOO_MANY_REQUESTS with `retryAfter` seconds.
 * `key` says whose counter it is, such as `user:{id}`.
 */
export async function consumeLimit(
  ctx: Pick<RequestContext, 'realtime' | 'limitState'>,
  name: LimitName,
  key: string,
): Promise<void> {
  const answer = await rateLimits(ctx.realtime).consume(name, key);
  if (answer.ok) {
    const state = { limit: limits[name].points, remaining: answer.remaining, reset: Math.ceil(answer.resetMs / 1000) };
    const { current } = ctx.limitState;
    if (!current || state.remaining < current.remaining) ctx.limitState.current = state;
    return;
  }
  ctx.limitState.current = { limit: limits[name].points, remaining: 0, reset: answer.retryAfterSeconds };
  throw new AppError(
    {
      code: 'TOO_MANY_REQUESTS',
      reason: 'RATE_LIMIT',
      message: `Too many attempts. Try again in ${answer.retryAfterSeconds} seconds.`,
    },
    { retryAfter: answer.retryAfterSeconds },
  );
}
