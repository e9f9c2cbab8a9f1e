import { logger } from '@parley/telemetry/logger';
import type { TRPCError } from '@trpc/server';
import type { FailedCall } from './wire/answers.ts';

function requestIdOf(ctx: object | undefined): unknown {
  return ctx && 'requestId' in ctx ? ctx.requestId : undefined;
}

/** Logs a failure that the client cannot be blamed for, under the id that the client was told. */
export function logFailure(error: TRPCError, { request, ctx }: FailedCall): void {
  if (error.code !== 'INTERNAL_SERVER_ERROR') return;
  const path = 'path' in request ? request.path : undefined;
  logger('ws').error({ err: error.cause ?? error, path, requestId: requestIdOf(ctx) }, 'A call on a socket failed.');
}
