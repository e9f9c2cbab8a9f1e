'use client';

import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createContext, type ReactNode, use, useEffect, useState } from 'react';
import type { LiveConnection } from './live-connection.ts';
import { type LiveClient, makeClient } from './make-client.ts';
import { makeQueryClient } from './query-client.ts';
import { makeServerClient } from './server-client.ts';
import { TRPCProvider } from './trpc.ts';

const LiveConnectionContext = createContext<LiveConnection | null>(null);

/** The connection that events come by; null while the page is rendered on the server. */
export function useLiveConnection(): LiveConnection | null {
  return use(LiveConnectionContext);
}

export interface ApiProviderProps {
  /** The WebSocket's address (`WS_URL`), if it is not `/ws` on the page's own origin. */
  socketUrl?: string | undefined;
  /** Where to sign in; the page that was open is added as `?next=`. */
  signInPath: string;
  children: ReactNode;
}

/**
 * Gives the signed-in part of the app its API client and cache. Stands below the check of who is signed in: the socket
 * opens with that session and is closed when this goes.
 */
export function ApiProvider({ socketUrl, signInPath, children }: ApiProviderProps) {
  const [queryClient] = useState<QueryClient>(makeQueryClient);
  const [client] = useState<LiveClient | null>(() => {
    if (typeof window === 'undefined') return null;
    return makeClient({ socketUrl, onSignedOut: () => leaveForSignIn(signInPath) });
  });
  useEffect(() => closeLater(client?.connection), [client]);
  return (
    <QueryClientProvider client={queryClient}>
      <TRPCProvider trpcClient={client?.api ?? makeServerClient()} queryClient={queryClient}>
        <LiveConnectionContext value={client?.connection ?? null}>{children}</LiveConnectionContext>
      </TRPCProvider>
    </QueryClientProvider>
  );
}

/** React may run effects twice in development: only a provider that stays away is closed. */
function closeLater(connection: LiveConnection | undefined): () => void {
  const pending = connection && closing.get(connection);
  clearTimeout(pending);
  return () => {
    if (connection)
      closing.set(
        connection,
        setTimeout(() => connection.close(), 1_000),
      );
  };
}

const closing = new WeakMap<LiveConnection, ReturnType<typeof setTimeout>>();

/** What is typed takes a moment to be stored, and a page that goes away does not wait for it, in milliseconds. */
const STORING = 200;

function leaveForSignIn(signInPath: string): void {
  const here = `${location.pathname}${location.search}`;
  setTimeout(() => location.assign(`${signInPath}?next=${encodeURIComponent(here)}`), STORING);
}
