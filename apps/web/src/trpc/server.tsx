import 'server-only';
import { appRouter } from '@parley/api/root';
import { dehydrate, HydrationBoundary, type QueryClient } from '@tanstack/react-query';
import { createTRPCOptionsProxy } from '@trpc/tanstack-react-query';
import { cache, type ReactNode } from 'react';
import { createServerContext } from '../server/current-caller.ts';
import { makeQueryClient } from './query-client.ts';

/** The cache of the page that is being rendered. */
export const pageQueryClient: () => QueryClient = cache(makeQueryClient);

/** Query options that are answered inside the process, for `pageQueryClient().prefetchQuery(...)`. */
export const pageTrpc = createTRPCOptionsProxy({
  ctx: createServerContext,
  router: appRouter,
  queryClient: pageQueryClient,
});

/** Hands what was prefetched to the browser's cache. */
export function Hydrate({ children }: { children: ReactNode }) {
  return <HydrationBoundary state={dehydrate(pageQueryClient())}>{children}</HydrationBoundary>;
}
