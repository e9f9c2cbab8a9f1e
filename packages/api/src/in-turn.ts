/** How much of one kind runs at once in a process, and what becomes of the rest. */
interface TurnOptions {
  readonly mostAtOnce: () => number;
  readonly mostWaiting: number;
  /** What one too many is answered. */
  readonly busy: () => Error;
}

/** Makes what runs work when it is its turn, in the order of asking, and refuses it with `busy` when too many wait already. */
export function turns({ mostAtOnce, mostWaiting, busy }: TurnOptions): <T>(work: () => Promise<T>) => Promise<T> {
  let running = 0;
  const waiting: Array<() => void> = [];
  return async (work) => {
    if (running >= mostAtOnce()) {
      if (waiting.length >= mostWaiting) throw busy();
      // Whoever ends hands on their turn, so nobody who comes meanwhile takes it.
      await new Promise<void>((resolve) => waiting.push(resolve));
    } else running += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
