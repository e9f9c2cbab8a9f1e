import { appRouter } from '@parley/api/root';
import { contextFor, type Person } from '@parley/api/test/world';
import type { Realtime } from '@parley/realtime/realtime';
import { createTRPCClient, httpLink, splitLink, TRPCClientError, type TRPCLink } from '@trpc/client';
import { callTRPCProcedure, isTrackedEnvelope } from '@trpc/server';
import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import { observable } from '@trpc/server/observable';
import type { Api } from '../../trpc/trpc.ts';

const URL = 'http://parley.example.test/api/trpc';

/** A person's client of the real API inside this process: calls go through tRPC's own HTTP handler, subscriptions straight. */
export function insideClient(realtime: Realtime, person: Person): Api {
  const answer = (req: Request) =>
    fetchRequestHandler({
      req,
      endpoint: '/api/trpc',
      router: appRouter,
      createContext: () => contextFor(realtime, person),
    });
  const calls = httpLink<typeof appRouter>({
    url: URL,
    fetch: (input, { signal: _, ...init } = {}) => answer(new Request(input, init)),
  });
  const condition = ({ type }: { type: string }) => type === 'subscription';
  return createTRPCClient<typeof appRouter>({
    links: [splitLink({ condition, true: subscriptions(realtime, person), false: calls })],
  });
}

function subscriptions(realtime: Realtime, person: Person): TRPCLink<typeof appRouter> {
  return () =>
    ({ op: { path, type, input } }) =>
      observable((observer) => {
        const abort = new AbortController();
        const read = async () => {
          const stream: unknown = await callTRPCProcedure({
            router: appRouter,
            path,
            type,
            ctx: contextFor(realtime, person),
            getRawInput: async () => input,
            signal: abort.signal,
            batchIndex: 0,
          });
          if (!isStream(stream)) throw new Error(`${path} is no subscription.`);
          for await (const value of stream) observer.next({ result: { type: 'data', data: opened(value) } });
          observer.complete();
        };
        read().catch((error: unknown) => {
          if (!abort.signal.aborted) observer.error(TRPCClientError.from(error instanceof Error ? error : new Error()));
        });
        return () => abort.abort();
      });
}

function isStream(value: unknown): value is AsyncIterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value;
}

/** What the wire makes of it. */
function opened(value: unknown): unknown {
  const [id, data] = isTrackedEnvelope(value) ? value : [];
  return JSON.parse(JSON.stringify(id === undefined ? value : { id, data }));
}
