import type { AppRouter } from '@parley/api/root';
import { createTRPCClient, TRPCClientError, type TRPCLink } from '@trpc/client';
import { observable } from '@trpc/server/observable';
import type { Api } from './trpc.ts';

/** Stands for the client while a page is rendered on the server: what was not prefetched waits for the browser. */
export function makeServerClient(): Api {
  const refuse: TRPCLink<AppRouter> = () => () =>
    observable((observer) => observer.error(new TRPCClientError('Only prefetched data can be had while rendering.')));
  return createTRPCClient<AppRouter>({ links: [refuse] });
}
