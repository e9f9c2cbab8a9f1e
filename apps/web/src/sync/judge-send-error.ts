import { apiErrorOf } from '../trpc/api-error.ts';
import { retryDelay } from '../trpc/retry-delay.ts';
import type { StoredSend } from './device-database.ts';

export type SendVerdict =
  /** Try again after so many milliseconds; sooner if the network comes back. */
  | { do: 'wait'; ms: number }
  /** The server will not take it. */
  | { do: 'refuse'; failure: NonNullable<StoredSend['failure']> };

/** How often a message failed, and how often of these by an error of the server's own. */
export interface SendFailures {
  readonly all: number;
  readonly internal: number;
}

const PACE = { first: 1_000, longest: 20_000 };
/** A server that fails this often on one message fails because of the message. */
const MOST_SERVER_ERRORS = 6;

const final: Record<string, string | undefined> = {
  BAD_REQUEST: undefined,
  CONFLICT: undefined,
  FORBIDDEN: undefined,
  PRECONDITION_FAILED: undefined,
  UNPROCESSABLE_CONTENT: undefined,
  NOT_FOUND: 'You are no longer in this channel.',
  PAYLOAD_TOO_LARGE: 'This message is too long.',
};

const isInternal = (error: unknown) => apiErrorOf(error)?.code === 'INTERNAL_SERVER_ERROR';

/** The failures of a message with one more. */
export function withFailure(before: SendFailures | undefined, error: unknown): SendFailures {
  const { all, internal } = before ?? { all: 0, internal: 0 };
  return { all: all + 1, internal: internal + Number(isInternal(error)) };
}

/** What an error means for a message that waits to be sent and failed so often, this time included. */
export function judgeSendError(
  error: unknown,
  failures: SendFailures,
  random: () => number = Math.random,
): SendVerdict {
  const said = apiErrorOf(error);
  const wait = { do: 'wait', ms: retryDelay(failures.all - 1, PACE, random) } as const;
  if (!said) return wait;
  const { code, reason, message, retryAfter } = said;
  if (code in final) return { do: 'refuse', failure: { reason, message: final[code] ?? message } };
  if (isInternal(error) && failures.internal >= MOST_SERVER_ERRORS) {
    return { do: 'refuse', failure: { reason, message: 'The server could not take this message.' } };
  }
  if (retryAfter === undefined) return wait;
  return { do: 'wait', ms: retryAfter * 1_000 + retryDelay(0, PACE, random) };
}
