import 'server-only';
import type { RequestContext } from '@parley/api/trpc/context';
import type { Caller } from '@parley/auth/authenticate';
import { headers } from 'next/headers';
import { cache } from 'react';
import { contextOf } from './request-context.ts';

/** The context of the page that is being rendered, one for all its calls of the router. */
export const createServerContext: () => Promise<RequestContext> = cache(async () =>
  contextOf(await headers(), 'internal'),
);

/** Who is looking at the page that is being rendered; null for nobody. Rejects while the database does not answer. */
export async function currentCaller(): Promise<Caller | null> {
  const context = await createServerContext();
  return context.authenticate();
}
