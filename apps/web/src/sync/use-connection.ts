'use client';

import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { useLiveConnection } from '../trpc/provider.tsx';

/** `online`: events come. `connecting`: they do not, and it is being tried. `offline`: the browser has no network. */
export type ConnectionState = 'online' | 'connecting' | 'offline';

/** How long the connection may be down before anybody is told, in milliseconds. */
const QUIET = 4_000;

/** How the connection stands. `down` turns true when it has not been `online` for some seconds: time for the banner. */
export function useConnection(): { state: ConnectionState; down: boolean } {
  const live = useLiveConnection();
  const subscribe = useCallback(
    (changed: () => void) => {
      const off = live?.subscribe(changed);
      window.addEventListener('online', changed);
      window.addEventListener('offline', changed);
      return () => {
        off?.();
        window.removeEventListener('online', changed);
        window.removeEventListener('offline', changed);
      };
    },
    [live],
  );
  const read = (): ConnectionState => {
    if (live?.status === 'open' || live?.status === 'idle') return navigator.onLine ? 'online' : 'offline';
    return navigator.onLine ? 'connecting' : 'offline';
  };
  const state = useSyncExternalStore(subscribe, read, () => 'online' as const);
  return { state, down: useStaysTrue(state !== 'online', QUIET) };
}

function useStaysTrue(value: boolean, ms: number): boolean {
  const [stayed, setStayed] = useState(false);
  useEffect(() => {
    if (!value) return undefined;
    const timer = setTimeout(() => setStayed(true), ms);
    return () => {
      clearTimeout(timer);
      setStayed(false);
    };
  }, [value, ms]);
  return value && stayed;
}
