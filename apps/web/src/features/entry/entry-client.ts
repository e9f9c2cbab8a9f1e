import type { AppRouter } from '@parley/api/root';
import { createTRPCClient, httpLink } from '@trpc/client';

/** The API for pages that stand before the sign-in: single calls over HTTP, no socket, no cache. */
export const entryClient = createTRPCClient<AppRouter>({ links: [httpLink({ url: '/api/trpc' })] });
