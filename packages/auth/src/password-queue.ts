import { availableParallelism } from 'node:os';
import { processState } from '@parley/db/process-state';
import pLimit, { type LimitFunction } from 'p-limit';

const MAX_WAITING = 50;
const FULL = 'PasswordQueueFull';

/** Thrown instead of hashing when too many callers wait already; the same call may succeed in a moment. */
export class PasswordQueueFull extends Error {
  override readonly name = FULL;

  constructor() {
    super('Too many people are signing in at this moment.');
  }
}

/** Tells that error from others, whichever copy of this package threw it. */
export function isPasswordQueueFull(error: unknown): boolean {
  return error instanceof Error && error.name === FULL;
}

function hashing(): { limit: LimitFunction } {
  return processState('auth.hashing', () => ({ limit: pLimit(availableParallelism()) }));
}

/**
 * Runs one hash when a core is free for it: each takes a core and 46 MiB for as long as it runs, so a flood of
 * sign-ins may fill the queue but never the machine. Throws PasswordQueueFull when fifty wait already.
 */
export async function whenCoreIsFree<T>(work: () => Promise<T>): Promise<T> {
  const { limit } = hashing();
  if (limit.pendingCount >= MAX_WAITING) throw new PasswordQueueFull();
  return limit(work);
}
