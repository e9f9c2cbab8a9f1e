import type { AppRouter } from '@parley/api/root';
import { createTRPCClient, httpLink, TRPCClientError } from '@trpc/client';
import type { Person } from './person.ts';

export type Api = ReturnType<typeof apiOf>;

/** The product's API over HTTP at one server, as this person. */
export function apiOf({ token }: Person, origin: string) {
  return createTRPCClient<AppRouter>({
    links: [httpLink({ url: `${origin}/api/trpc`, headers: { authorization: `Bearer ${token}` } })],
  });
}

/** The code of an answer that says no; undefined for everything that may yet have happened. */
export function refusalOf(error: unknown): string | undefined {
  if (!(error instanceof TRPCClientError)) return undefined;
  const data: unknown = error.data;
  const code = typeof data === 'object' && data !== null && 'code' in data ? data.code : undefined;
  return typeof code === 'string' && !/UNAVAILABLE|INTERNAL|TIMEOUT/.test(code) ? code : undefined;
}
