import type { EncodedEvent } from './encoded-event.ts';
import type { EventSink } from './event-stream.ts';

/** Events that may wait for a reader who pulls; then the pipe waits. */
const MAX_WAITING = 64;

/** Turns a pipe into an iteration. Rejects as the pipe does, after the events that came before. */
export async function* iterateSink(
  pipe: (sink: EventSink, signal: AbortSignal) => Promise<void>,
  signal?: AbortSignal,
): AsyncGenerator<EncodedEvent, void, undefined> {
  const stop = new AbortController();
  const sink = new PullSink();
  pipe(sink, signal ? AbortSignal.any([signal, stop.signal]) : stop.signal).then(
    () => sink.end(null),
    (error: unknown) => sink.end({ error }),
  );
  try {
    for (;;) {
      const event = await sink.next();
      if (!event) return;
      yield event;
    }
  } finally {
    stop.abort();
  }
}

class PullSink implements EventSink {
  readonly #events: EncodedEvent[] = [];
  #ended: { failure: { error: unknown } | null } | null = null;
  #wakeReader: (() => void) | null = null;
  #wakeWriter: (() => void) | null = null;
  #full: Promise<void> | null = null;

  write(event: EncodedEvent): void {
    this.#events.push(event);
    this.#wakeReader?.();
  }

  ready(): Promise<void> | null {
    if (this.#events.length < MAX_WAITING) return null;
    this.#full ??= new Promise((resolve) => {
      this.#wakeWriter = resolve;
    });
    return this.#full;
  }

  end(failure: { error: unknown } | null): void {
    this.#ended = { failure };
    this.#wakeReader?.();
  }

  /** The next event, waiting for it; null at the end. */
  async next(): Promise<EncodedEvent | null> {
    while (this.#events.length === 0) {
      if (this.#ended?.failure) throw this.#ended.failure.error;
      if (this.#ended) return null;
      await new Promise<void>((resolve) => {
        this.#wakeReader = resolve;
      });
    }
    const event = this.#events.shift() ?? null;
    if (this.#full && this.#events.length < MAX_WAITING / 2) {
      this.#full = null;
      this.#wakeWriter?.();
    }
    return event;
  }
}
