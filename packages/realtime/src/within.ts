/** Something took too long. */
export class TimeoutError extends Error {
  override readonly name = 'TimeoutError';
}

/** The outcome of `start`, or a `TimeoutError` after `ms` milliseconds. What was started is not stopped. */
export function within<T>(start: () => Promise<T>, ms: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new TimeoutError(`No answer within ${ms} ms.`)), ms);
    const settled = () => clearTimeout(timer);
    void Promise.resolve().then(start).then(resolve, reject).then(settled);
  });
}
