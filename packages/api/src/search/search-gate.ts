import { AppError } from '../app-error.ts';

/** Searches of one process that run at once, and that wait for their turn. */
const mostAtOnce = 4;
const mostWaiting = 60;

let running = 0;
const waiting: Array<() => void> = [];

function busy(): AppError {
  const message = 'Many people are searching just now. Please try again.';
  return new AppError({ code: 'SERVICE_UNAVAILABLE', reason: 'BUSY', message }, { retryAfter: 1 });
}

/** Runs a search when it is its turn, so that searching never takes all of the database. SERVICE_UNAVAILABLE over the bound. */
export async function inTurn<T>(search: () => Promise<T>): Promise<T> {
  if (running >= mostAtOnce) {
    if (waiting.length >= mostWaiting) throw busy();
    await new Promise<void>((resolve) => waiting.push(resolve));
  }
  running += 1;
  try {
    return await search();
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}
