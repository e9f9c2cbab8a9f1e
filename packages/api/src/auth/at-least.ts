import { setTimeout as pause } from 'node:timers/promises';

/** Does the work, and answers or throws after `milliseconds` at the soonest, so that the time tells nothing of the work. */
export async function atLeast<T>(milliseconds: number, work: () => Promise<T>): Promise<T> {
  const enough = pause(milliseconds);
  try {
    return await work();
  } finally {
    await enough;
  }
}
