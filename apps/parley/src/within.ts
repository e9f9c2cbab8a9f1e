import { say } from './say.ts';

/** Runs a closing step, but waits for it no longer than so; a failure is told and does not stop the others. */
export async function within(limitMs: number, what: string, close: () => Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, limitMs);
  });
  try {
    await Promise.race([close(), limit]);
  } catch (error) {
    say(`${what} did not close: ${error instanceof Error ? error.message : String(error)}`);
  } finally {
    clearTimeout(timer);
  }
}
