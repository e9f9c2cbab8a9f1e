import { AppError } from '../app-error.ts';

const cancelled = '57014';

function isTimeout(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return ('code' in error && error.code === cancelled) || error.message === 'Query read timeout';
}

/** What a failed search is answered with: one that took too long is SERVICE_UNAVAILABLE, anything else stays what it is. */
export function searchFailure(error: unknown): unknown {
  if (!isTimeout(error)) return error;
  const message = 'This search takes too long. Try with more words, or in one channel.';
  return new AppError({ code: 'SERVICE_UNAVAILABLE', reason: 'SEARCH_TIMEOUT', message }, { retryAfter: 1 });
}
