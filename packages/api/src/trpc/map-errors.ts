import { isTransactionConflict, isUnavailable } from '@parley/db/errors';
import { EVENT_STREAM, type EventStream, isEventStream } from '@parley/realtime/event-stream';
import { TRPCError } from '@trpc/server';
import { isAsyncIterable } from '@trpc/server/unstable-core-do-not-import';
import { AppError } from '../app-error.ts';
import { middleware } from './init.ts';

const down = {
  code: 'SERVICE_UNAVAILABLE',
  reason: 'UNAVAILABLE',
  message: 'The database is not answering. Please try again.',
} as const;

const collided = {
  code: 'SERVICE_UNAVAILABLE',
  reason: 'RETRY',
  message: 'Somebody changed the same just now. Please try again.',
} as const;

/** The transport's error for what a verb threw; anything unknown stays as it is, and its text never leaves. */
function mapped(error: unknown): unknown {
  if (error instanceof AppError) return new TRPCError({ code: error.code, message: error.message, cause: error });
  if (isUnavailable(error)) return mapped(new AppError(down, { retryAfter: 2 }));
  if (isTransactionConflict(error)) return mapped(new AppError(collided, { retryAfter: 1 }));
  return error;
}

async function* mappedIterable(stream: AsyncIterable<unknown>): AsyncGenerator<unknown, void, undefined> {
  try {
    yield* stream;
  } catch (error) {
    throw mapped(error);
  }
}

/** A stream ends long after its procedure has answered; how it ends is mapped alike. */
function mappedStream(data: unknown): unknown {
  if (isEventStream(data)) {
    const pipe: EventStream<unknown>['pipe'] = (sink, signal) =>
      data.pipe(sink, signal).catch((error: unknown) => {
        throw mapped(error);
      });
    return { [EVENT_STREAM]: true, pipe, [Symbol.asyncIterator]: () => mappedIterable(data) };
  }
  return isAsyncIterable(data) ? mappedIterable(data) : data;
}

/** Turns what a verb throws, at once or while it streams, into the transport's error. */
export const mapErrors = middleware(async ({ next }) => {
  const result = await next();
  if (result.ok) return { ...result, data: mappedStream(result.data) };
  if (result.error.code !== 'INTERNAL_SERVER_ERROR') return result;
  const error = mapped(result.error.cause);
  if (error instanceof TRPCError) throw error;
  return result;
});
