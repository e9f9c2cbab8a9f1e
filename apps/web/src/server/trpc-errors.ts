import { AppError } from '@parley/api/app-error';
import { appRouter } from '@parley/api/root';
import type { RequestContext } from '@parley/api/trpc/context';
import { TRPCError } from '@trpc/server';
import { getErrorShape, getHTTPStatusCodeFromError } from '@trpc/server/unstable-core-do-not-import';

/** A request that is refused before the router sees it, as the router itself would answer. */
export function refusedCall(error: TRPCError, ctx: RequestContext): Response {
  const config = appRouter._def._config;
  const shape = getErrorShape({ config, error, type: 'unknown', path: undefined, input: undefined, ctx });
  return Response.json({ error: shape }, { status: getHTTPStatusCodeFromError(error) });
}

/** An error of the transport with a reason that programs can read. */
export function transportError(answer: ConstructorParameters<typeof AppError>[0]): TRPCError {
  return new TRPCError({ code: answer.code, message: answer.message, cause: new AppError(answer) });
}

/** The longest wait that one of these errors asks for, in seconds; null when none does. */
export function retryAfterOf(errors: readonly TRPCError[]): number | null {
  const waits = errors.flatMap(({ cause }) => (cause instanceof AppError ? (cause.details.retryAfter ?? []) : []));
  return waits.length > 0 ? Math.max(...waits) : null;
}
