import { isTRPCClientError } from '@trpc/client';

/** What the server said when it refused. */
export interface ApiError {
  code: string;
  /** A stable word for machines. */
  reason: string;
  /** A sentence for people. */
  message: string;
  /** Seconds to wait before trying again. */
  retryAfter?: number | undefined;
  /** Of a CONFLICT: what is there instead. */
  current?: unknown;
}

/** What the server said, or null when it said nothing: the network failed, or the call was given up. */
export function apiErrorOf(error: unknown): ApiError | null {
  if (!isTRPCClientError(error)) return null;
  const data: unknown = error.data;
  if (typeof data !== 'object' || data === null || !('code' in data)) return null;
  const reason = 'reason' in data ? String(data.reason) : String(data.code);
  const retryAfter = 'retryAfter' in data && typeof data.retryAfter === 'number' ? data.retryAfter : undefined;
  const current = 'current' in data ? data.current : undefined;
  return { code: String(data.code), reason, message: error.message, retryAfter, current };
}
