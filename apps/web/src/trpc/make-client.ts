import type { AppRouter } from '@parley/api/root';
import { createTRPCClient, httpBatchStreamLink, isTRPCClientError, splitLink, type TRPCLink } from '@trpc/client';
import { observable, tap } from '@trpc/server/observable';
import { LiveConnection } from './live-connection.ts';
import { liveLink } from './live-link.ts';
import type { Api } from './trpc.ts';

const API_URL = '/api/trpc';

export interface ClientOptions {
  /** The WebSocket's address where it is not `/ws` beside the page. */
  socketUrl?: string | undefined;
  /** The server does not know the session any more. */
  onSignedOut: () => void;
}

export interface LiveClient {
  api: Api;
  connection: LiveConnection;
}

/** The browser's client: calls go over HTTP in batches, subscriptions over the live connection. */
export function makeClient({ socketUrl, onSignedOut }: ClientOptions): LiveClient {
  const calls = httpBatchStreamLink<AppRouter>({ url: API_URL, maxItems: 20, maxURLLength: 6_000 });
  const elsewhere = socketUrl !== undefined && new URL(socketUrl, location.href).host !== location.host;
  const connection: LiveConnection = new LiveConnection({
    socketUrl: socketUrl ?? `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/ws`,
    httpWorks,
    onSignedOut,
    ...(elsewhere ? { ticket: async () => (await api.auth.wsTicket.mutate()).ticket } : {}),
  });
  const api: Api = createTRPCClient<AppRouter>({
    links: [
      noteSignOut(() => connection.signOut()),
      splitLink({ condition: (op) => op.type === 'subscription', true: liveLink(connection, API_URL), false: calls }),
    ],
  });
  return { api, connection };
}

function noteSignOut(onSignedOut: () => void): TRPCLink<AppRouter> {
  return () =>
    ({ op, next }) =>
      observable((observer) =>
        next(op)
          .pipe(tap({ error: (error) => isSignedOut(error) && onSignedOut() }))
          .subscribe(observer),
      );
}

function isSignedOut(error: unknown): boolean {
  if (!isTRPCClientError(error)) return false;
  const data: unknown = error.data;
  return typeof data === 'object' && data !== null && 'code' in data && data.code === 'UNAUTHORIZED';
}

async function httpWorks(): Promise<boolean> {
  try {
    const answer = await fetch('/health/live', { cache: 'no-store', signal: AbortSignal.timeout(5_000) });
    return answer.ok;
  } catch {
    return false;
  }
}
