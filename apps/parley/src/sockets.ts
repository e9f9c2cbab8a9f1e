import { closeRealtime, realtime } from '@parley/realtime/realtime';
import { createWsServer } from '@parley/ws-server/ws-server';
import type { UpgradeListener } from './http-front.ts';

export interface Sockets {
  upgrade: UpgradeListener;
  /** Asks clients to come back, and closes every socket within so long. */
  close: (limitMs: number) => Promise<void>;
}

/** Opens the socket server on the realtime side that this process shares with the web app. */
export function openSockets(): Sockets {
  const server = createWsServer({ realtime: realtime() });
  return {
    upgrade: (request, socket, head) => server.handleUpgrade(request, socket, head),
    close: async (limitMs) => {
      await server.drain(limitMs);
      await closeRealtime();
    },
  };
}
