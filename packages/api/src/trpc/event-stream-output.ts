import { EVENT_STREAM, type EventStream, isStreamEnded } from '@parley/realtime/event-stream';
import { type TrackedEnvelope, tracked } from '@trpc/server';
import { AppError, notFound } from '../app-error.ts';

/** What a durable subscription returns: tracked events for any transport, and `pipe` for one that takes encoded text. */
export type TrackedStream<T> = AsyncIterable<TrackedEnvelope<T>> & Pick<EventStream<T>, 'pipe' | typeof EVENT_STREAM>;

/** Gives a stream's events tRPC's tracked envelope, and its ends the API's errors. Encoded text passes by untouched. */
export function trackedStream<T>(stream: EventStream<T>): TrackedStream<T> {
  return {
    [EVENT_STREAM]: true,
    pipe: (sink, signal) => stream.pipe(sink, signal).catch(rethrowEnd),
    async *[Symbol.asyncIterator]() {
      try {
        for await (const { id, data } of stream) yield tracked(id, data);
      } catch (error) {
        rethrowEnd(error);
      }
    },
  };
}

function rethrowEnd(error: unknown): never {
  if (!isStreamEnded(error)) throw error;
  switch (error.reason) {
    case 'NOT_FOUND':
      throw notFound();
    case 'TOO_SLOW':
      throw new AppError({
        code: 'SERVICE_UNAVAILABLE',
        reason: 'TOO_SLOW',
        message: 'Reading too slowly. Resume from the last event.',
      });
    case 'RESYNC':
      throw new AppError({
        code: 'PRECONDITION_FAILED',
        reason: 'RESYNC',
        message: 'This channel has no such event. Read it anew.',
      });
  }
}
