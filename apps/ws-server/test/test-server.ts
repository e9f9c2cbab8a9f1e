import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createHub } from '@parley/realtime/create-hub';
import { openMemory } from '@parley/realtime/memory/open-memory';
import { createRateLimits } from '@parley/realtime/rate-limits/create-rate-limits';
import type { Realtime } from '@parley/realtime/realtime';
import { createTyping } from '@parley/realtime/typing';
import { createWsServer, type WsServer, type WsServerOptions } from '../src/ws-server.ts';

// A setting that has no default; tests that care set their own.
process.env.AUTH_SECRET ??= 'a-secret-of-the-tests-and-of-nothing-else';

/** A failure that nobody awaits fails the test that runs. */
function reportError(error: unknown, where: string): void {
  throw new Error(`Unexpected failure in ${where}`, { cause: error });
}

/** The realtime side of a process that stands alone. */
export function createTestRealtime(): Realtime {
  const { bus, presence, rateLimits } = openMemory(reportError);
  const hub = createHub({ bus, reportError, lingerMs: 0 });
  const publish = (topic: string, payload: string): void => hub.publish(topic, payload);
  return {
    bus,
    hub,
    presence,
    typing: createTyping({ publish }),
    createLimits: (table) => createRateLimits(table, rateLimits),
  };
}

export interface TestServer {
  readonly ws: WsServer;
  readonly http: Server;
  readonly realtime: Realtime;
  readonly url: string;
  readonly port: number;
  stop(): Promise<void>;
}

export interface TestServerOptions extends Partial<WsServerOptions> {
  /** 0: any free port. */
  readonly port?: number;
}

/** Starts a real server on a port of its own. */
export async function startTestServer({ port = 0, ...given }: TestServerOptions = {}): Promise<TestServer> {
  const realtime = given.realtime ?? createTestRealtime();
  const ws = createWsServer({ ...given, realtime });
  const http = createServer();
  http.on('upgrade', (request, socket, head) => ws.handleUpgrade(request, socket, head));
  await new Promise<void>((resolve) => http.listen(port, '127.0.0.1', resolve));
  const bound = http.address() as AddressInfo;
  return {
    ws,
    http,
    realtime,
    port: bound.port,
    url: `ws://127.0.0.1:${bound.port}/ws`,
    stop: async () => {
      await ws.drain(1);
      await new Promise((resolve) => {
        http.close(resolve);
        http.closeAllConnections();
      });
      if (given.realtime) return;
      realtime.hub.close();
      await realtime.bus.close();
    },
  };
}
