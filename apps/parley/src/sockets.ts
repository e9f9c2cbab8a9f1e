import { startLaterWork } from '@parley/api/later/start-later-work';
import { flushReads } from '@parley/api/read-state/note-read';
import { closeRealtime, realtime } from '@parley/realtime/realtime';
import { logger } from '@parley/telemetry/logger';
import { createWsServer } from '@parley/ws-server/ws-server';
import type { UpgradeListener } from './http-front.ts';

const log = logger('later');

export interface Sockets {
  upgrade: UpgradeListener;
  /** Asks clients to come back, and closes every socket within so long. */
  close: (limitMs: number) => Promise<void>;
}

/** Opens the socket server, and does what is due, on the realtime side that this process shares with the web app. */
export function openSockets(): Sockets {
  const server = createWsServer({ realtime: realtime() });
  const stopLaterWork = startLaterWork(realtime(), (err) => log.warn({ err }, 'What is due could not be done.'));
  return {
    upgrade: (request, socket, head) => server.handleUpgrade(request, socket, head),
    close: async (limitMs) => {
      await Promise.all([server.drain(limitMs), stopLaterWork()]);
      await flushReads(realtime());
      await closeRealtime();
    },
  };
}
