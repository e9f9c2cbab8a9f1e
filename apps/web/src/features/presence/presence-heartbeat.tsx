'use client';

import { useEffect } from 'react';
import { uuidv7 } from 'uuidv7';
import { useTRPCClient } from '../../trpc/trpc.ts';
import { LastActive } from './idle.ts';

const EVERY = 15_000;
const AWAY_AFTER = 5 * 60_000;
const KEY = 'parley.device';

/** Says every 15 s that this page is there, and whether anybody is at it. Draws nothing. */
export function PresenceHeartbeat() {
  const api = useTRPCClient();
  useEffect(() => {
    const deviceId = readDeviceId();
    const active = new LastActive();
    const beat = () => {
      const status = Date.now() - active.at < AWAY_AFTER ? 'ONLINE' : 'AWAY';
      if (navigator.onLine) void api.presence.heartbeat.mutate({ deviceId, status }).catch(() => undefined);
    };
    const offActive = active.watch(AWAY_AFTER, beat);
    const offTick = everySoOften(beat);
    beat();
    return () => {
      offActive();
      offTick();
    };
  }, [api]);
  return null;
}

/** Calls `beat` on time also while the page is hidden, where the browser lets it. */
function everySoOften(beat: () => void): () => void {
  try {
    const worker = new Worker(new URL('./heartbeat.worker.ts', import.meta.url));
    worker.addEventListener('message', beat);
    return () => worker.terminate();
  } catch {
    const timer = setInterval(beat, EVERY);
    return () => clearInterval(timer);
  }
}

/** One id for each page: two pages of one device may differ in whether anybody is at them. */
function readDeviceId(): string {
  try {
    const known = sessionStorage.getItem(KEY) ?? uuidv7();
    sessionStorage.setItem(KEY, known);
    return known;
  } catch {
    return uuidv7();
  }
}
