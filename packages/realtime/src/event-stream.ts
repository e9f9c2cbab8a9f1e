import type { EncodedEvent } from './encoded-event.ts';

/** Where a piped stream writes: a socket's subscription. */
export interface EventSink {
  write(event: EncodedEvent): void;
  /** Null when the sink takes more at once, else a promise for when it does again. Never rejects. */
  ready(): Promise<void> | null;
}

/**
 * A stream of numbered events, consumed once: by iterating (any transport) or by `pipe` (one that takes encoded text).
 * It ends by throwing `StreamEnded`, or quietly when its signal aborts.
 */
export interface EventStream<T> extends AsyncIterable<{ id: string; data: T }> {
  readonly [EVENT_STREAM]: true;
  pipe(sink: EventSink, signal: AbortSignal): Promise<void>;
}

/** NOT_FOUND: no access (any more). TOO_SLOW: resume by number. RESYNC: the number is one the channel has not reached. */
export type StreamEndReason = 'NOT_FOUND' | 'TOO_SLOW' | 'RESYNC';

export const EVENT_STREAM = Symbol.for('parley.event-stream');

/** Why a stream ended. Recognise it with `isStreamEnded`: bundles may hold several copies of this class. */
export class StreamEnded extends Error {
  override readonly name = 'StreamEnded';
  readonly reason: StreamEndReason;

  constructor(reason: StreamEndReason) {
    super(`The stream ended: ${reason}.`);
    this.reason = reason;
  }
}

/** Whether `error` is a `StreamEnded`, whichever copy of the module made it. */
export function isStreamEnded(error: unknown): error is StreamEnded {
  return error instanceof Error && error.name === 'StreamEnded' && 'reason' in error;
}

/** Whether a subscription's result can be piped. */
export function isEventStream(value: unknown): value is EventStream<unknown> {
  return typeof value === 'object' && value !== null && EVENT_STREAM in value;
}
