import type { LiveConnection } from '../trpc/live-connection.ts';

export interface PageWatch {
  connection: LiveConnection | null;
  signal: AbortSignal;
  /** The network is back. */
  onBack(): void;
  /** The page is hidden or goes away, or the viewer is signed out: what waits is to be put in safety. */
  onLeave(): void;
}

/** Tells when the network comes back and when the page goes away, until `signal` ends it. */
export function watchPage({ connection, signal, onBack, onLeave }: PageWatch): void {
  const off = connection?.subscribe(() => {
    if (connection.status === 'open') onBack();
    if (connection.closed) onLeave();
  });
  signal.addEventListener('abort', () => off?.());
  window.addEventListener('online', onBack, { signal });
  window.addEventListener('pagehide', onLeave, { signal });
  document.addEventListener('visibilitychange', () => document.hidden && onLeave(), { signal });
}
