import { defaultShouldDehydrateQuery, QueryClient } from '@tanstack/react-query';
import { isTRPCClientError } from '@trpc/client';

const neverRetried = new Set(['UNAUTHORIZED', 'FORBIDDEN', 'NOT_FOUND', 'BAD_REQUEST', 'CONFLICT']);

function isDefinite(error: unknown): boolean {
  if (!isTRPCClientError(error)) return false;
  const data: unknown = error.data;
  return typeof data === 'object' && data !== null && 'code' in data && neverRetried.has(String(data.code));
}

/**
 * The cache of what the server said. Events keep it true, so nothing in it grows stale by time alone; definite answers
 * (no access, bad input) are not asked for again.
 */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 60_000,
        gcTime: 30 * 60_000,
        refetchOnWindowFocus: false,
        retry: (failures, error) => failures < 3 && !isDefinite(error),
        retryDelay: (attempt) => Math.min(500 * 2 ** attempt, 4_000) * (0.5 + Math.random() / 2),
      },
      dehydrate: {
        shouldDehydrateQuery: (query) => defaultShouldDehydrateQuery(query) || query.state.status === 'pending',
      },
    },
  });
}
