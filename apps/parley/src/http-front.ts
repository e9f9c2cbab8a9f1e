import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { answerHealth, type Phase } from './health.ts';
import { setSecurityHeaders } from './security-headers.ts';

const HEADERS_LIMIT_MS = 10_000;
const REQUEST_LIMIT_MS = 30_000;
const HEADER_LIMIT_BYTES = 16 * 1024;
/** Longer than the usual proxy's, so that it is the proxy that closes. */
const KEEP_ALIVE_MS = 65_000;

export type UpgradeListener = (request: IncomingMessage, socket: Duplex, head: Buffer) => void;

export interface Rooms {
  request: RequestListener;
  upgrade: UpgradeListener;
}

/** The one port. It answers health itself, and everything else once there is something behind it. */
export interface HttpFront {
  /** Takes the port (0: any) and answers it. Until `open`, requests are asked to come back. Rejects with the system's error. */
  listen: (port: number, host: string | undefined) => Promise<number>;
  open: (rooms: Rooms) => void;
  /** Takes no new connection and waits for the last answer, at most so long; then cuts what is left. */
  close: (limitMs: number) => Promise<void>;
}

function comeBack(response: ServerResponse): void {
  response.writeHead(503, {
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
    'retry-after': '2',
  });
  response.end('Parley is starting or stopping. Try again in a moment.\n');
}

function refuseUpgrade(socket: Duplex): void {
  socket.end('HTTP/1.1 503 Service Unavailable\r\nRetry-After: 2\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
}

/** Makes the HTTP server: headers within 10 s and 16 KiB, a whole request within 30 s. */
export function createHttpFront(): HttpFront {
  let phase: Phase = 'starting';
  let rooms: Rooms | undefined;
  const server = createServer({
    headersTimeout: HEADERS_LIMIT_MS,
    requestTimeout: REQUEST_LIMIT_MS,
    maxHeaderSize: HEADER_LIMIT_BYTES,
    keepAliveTimeout: KEEP_ALIVE_MS,
    connectionsCheckingInterval: 2_000,
  });
  server.on('request', (request, response) => {
    setSecurityHeaders(response);
    if (phase === 'closing') response.setHeader('connection', 'close');
    if (answerHealth(request, response, phase)) return;
    if (phase === 'open' && rooms) rooms.request(request, response);
    else comeBack(response);
  });
  server.on('upgrade', (request, socket, head) => {
    // The peer may be gone at any moment, and nobody else listens yet.
    socket.on('error', () => socket.destroy());
    if (phase === 'open' && rooms) rooms.upgrade(request, socket, head);
    else refuseUpgrade(socket);
  });

  const listen = (port: number, host: string | undefined) =>
    new Promise<number>((resolve, reject) => {
      server.once('error', reject);
      server.listen({ port, host }, () => {
        server.removeListener('error', reject);
        const address = server.address();
        resolve(typeof address === 'object' && address ? address.port : port);
      });
    });
  const open = (opened: Rooms) => {
    rooms = opened;
    phase = 'open';
  };
  const close = (limitMs: number) =>
    new Promise<void>((resolve) => {
      phase = 'closing';
      if (!server.listening) {
        resolve();
        return;
      }
      const cut = setTimeout(() => server.closeAllConnections(), limitMs);
      server.close(() => {
        clearTimeout(cut);
        resolve();
      });
      server.closeIdleConnections();
    });
  return { listen, open, close };
}
