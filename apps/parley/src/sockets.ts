import { flushReads } from '@parley/api/read-state/note-read';
import { closeRealtime, realtime } from '@parley/realtime/realtime';
import { openWorker } from '@parley/worker/open-worker';
import { createWsServer } from '@parley/ws-server/ws-server';
import type { UpgradeListener } from './http-front.ts';

export interface Sockets {
  upgrade: UpgradeListener;
  /** Asks clients to come back, and closes every socket within so long. */
  close: (limitMs: number) => Promise<void>;
}

/** Opens the socket server and the worker, on the realtime side that this process shares with the web app. */
export function openSockets(): Sockets {
  const server = createWsServer({ realtime: realtime() });
  const worker = openWorker(realtime());
  return {
    upgrade: (request, socket, head) => server.handleUpgrade(request, socket, head),
    close: async (limitMs) => {
      await Promise.all([server.drain(limitMs), worker.stop(limitMs)]);
      await flushReads(realtime());
      await closeRealtime();
    },
  };
}
