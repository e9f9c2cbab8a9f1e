import { AppError } from '../app-error.ts';
import { turns } from '../in-turn.ts';

/** Searches of one process that run at once, and that wait for their turn. */
const mostAtOnce = 4;
const mostWaiting = 60;

function busy(): AppError {
  const message = 'Many people are searching just now. Please try again.';
  return new AppError({ code: 'SERVICE_UNAVAILABLE', reason: 'BUSY', message }, { retryAfter: 1 });
}

/** Runs a search when it is its turn, so that searching never takes all of the database. SERVICE_UNAVAILABLE over the bound. */
export const inTurn = turns({ mostAtOnce: () => mostAtOnce, mostWaiting, busy });
