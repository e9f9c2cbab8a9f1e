/** The outcome of `start`, or a rejection after `ms` milliseconds. What was started is not stopped. */
export function within<T>(start: () => Promise<T>, ms: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`No answer within ${ms} ms.`)), ms);
    const settled = () => clearTimeout(timer);
    void Promise.resolve().then(start).then(resolve, reject).then(settled);
  });
}
