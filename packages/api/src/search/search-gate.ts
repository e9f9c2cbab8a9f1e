import { AppError } from '../app-error.ts';
import { turns } from '../in-turn.ts';

/** Searches of one process that run at once, and that wait for their turn. */
const mostAtOnce = 4;
const mostWaiting = 60;
/** Of one person fewer run at once: others find a turn, whatever one person asks for. */
const mostOfOne = 3;

function busy(): AppError {
  const message = 'Many people are searching just now. Please try again.';
  return new AppError({ code: 'SERVICE_UNAVAILABLE', reason: 'BUSY', message }, { retryAfter: 1 });
}

const among = turns({ mostAtOnce: () => mostAtOnce, mostWaiting, busy });

interface Own {
  readonly inTurn: typeof among;
  asked: number;
}

/** The searches of each person who has any under way. */
const own = new Map<string, Own>();

/**
 * Runs a person's search when it is its turn, so that searching never takes all of the database, nor one person all of
 * searching. SERVICE_UNAVAILABLE over the bounds.
 */
export async function inTurn<T>(userId: string, search: () => Promise<T>): Promise<T> {
  const theirs = own.get(userId) ?? { inTurn: turns({ mostAtOnce: () => mostOfOne, mostWaiting, busy }), asked: 0 };
  own.set(userId, theirs);
  theirs.asked += 1;
  try {
    return await theirs.inTurn(() => among(search));
  } finally {
    theirs.asked -= 1;
    if (theirs.asked === 0) own.delete(userId);
  }
}
