import { callTRPCProcedure, TRPCError } from '@trpc/server';
import { type AnyRouter, isAsyncIterable } from '@trpc/server/unstable-core-do-not-import';
import type { CallRequest } from '../wire/request.ts';

/** One call of a client with the context it runs in. */
export interface Call {
  readonly request: CallRequest;
  readonly ctx: object;
  /** Its place in the message it came with. */
  readonly batchIndex: number;
}

/** Runs the called procedure. Rejects with what it throws, and NOT_FOUND when there is no such procedure. */
export async function runProcedure(
  router: AnyRouter,
  { request, ctx, batchIndex }: Call,
  signal: AbortSignal | undefined,
): Promise<unknown> {
  const { path, input, type } = request;
  const result: unknown = await callTRPCProcedure({
    router,
    path,
    getRawInput: () => Promise.resolve(input),
    ctx,
    type,
    signal,
    batchIndex,
  });
  return result;
}

/** The one value of a query or mutation. Rejects like `runProcedure`, and when the procedure answers with a stream. */
export async function runOnce(router: AnyRouter, call: Call, signal: AbortSignal | undefined): Promise<unknown> {
  const value = await runProcedure(router, call, signal);
  if (isAsyncIterable(value)) {
    throw new TRPCError({
      code: 'UNSUPPORTED_MEDIA_TYPE',
      message: `A ${call.request.type} cannot answer with a stream over WebSocket.`,
    });
  }
  return value;
}
