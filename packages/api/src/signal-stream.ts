/** What a stream's source is given: where to put values, how to end with an error, and what to close at the end. */
export interface SignalSource<T> {
  emit(value: T): void;
  fail(error: Error): void;
  own(subscription: { close(): void }): void;
}

export interface SignalStreamOptions<T> {
  readonly signal: AbortSignal | undefined;
  start(source: SignalSource<T>): void | Promise<void>;
  /** What stands for the values that a too slow reader lost. */
  onOverflow(): readonly T[];
}

const maxWaiting = 500;

/**
 * A stream of passing signals that nobody numbers: from `start` until the signal aborts or the source fails. What waits
 * for a slow reader is bounded; beyond the bound it is replaced by what `onOverflow` says.
 */
export async function* signalStream<T>({
  signal,
  start,
  onOverflow,
}: SignalStreamOptions<T>): AsyncGenerator<T, void, void> {
  let waiting: T[] = [];
  const ended: { by: Error | null } = { by: null };
  let wake: (() => void) | null = null;
  const subscriptions: Array<{ close(): void }> = [];
  const rouse = (): void => {
    wake?.();
    wake = null;
  };
  signal?.addEventListener('abort', rouse, { once: true });
  try {
    await start({
      emit(value) {
        waiting.push(value);
        if (waiting.length > maxWaiting) waiting = [...onOverflow()];
        rouse();
      },
      fail(error) {
        ended.by ??= error;
        rouse();
      },
      own: (subscription) => subscriptions.push(subscription),
    });
    while (!signal?.aborted) {
      if (ended.by) throw ended.by;
      const batch = waiting;
      waiting = [];
      yield* batch;
      if (waiting.length === 0 && !ended.by && !signal?.aborted) await new Promise<void>((resolve) => (wake = resolve));
    }
  } finally {
    signal?.removeEventListener('abort', rouse);
    for (const subscription of subscriptions) subscription.close();
  }
}
