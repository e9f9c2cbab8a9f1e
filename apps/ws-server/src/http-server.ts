import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { judgeMetricsRequest } from '@parley/auth/metrics-access';
import { prepared } from '@parley/db/query';
import type { Bus } from '@parley/realtime/bus';
import { renderMetrics } from '@parley/telemetry/metrics';
import type { WsServer } from './ws-server.ts';

const ping = prepared<{ alive: number }>({ name: 'ws_ready', text: 'SELECT 1 AS alive' });

export interface HttpServerParts {
  readonly ws: WsServer;
  readonly bus: Bus;
  /** The process is about to end and takes nothing new. */
  isClosing(): boolean;
}

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

function json(status: number, body: object): Answer {
  return { status, type: 'application/json', text: JSON.stringify(body) };
}

/** Without the database nobody can sign in; without the bus everything works, some of it seconds later. */
async function ready({ bus, isClosing }: HttpServerParts): Promise<Answer> {
  if (isClosing()) return json(503, { status: 'closing' });
  const database = await ping([]).then(
    () => true,
    () => false,
  );
  return json(database ? 200 : 503, { status: database ? 'ready' : 'unavailable', database, bus: bus.healthy() });
}

const METRICS_REFUSED = {
  401: 'Bring the token that METRICS_TOKEN holds.',
  403: 'Metrics are for this machine alone. METRICS_TOKEN lets others read them.',
} as const;

async function metrics(request: IncomingMessage): Promise<Answer> {
  const verdict = judgeMetricsRequest(request);
  if (verdict !== 200) return json(verdict, { status: METRICS_REFUSED[verdict] });
  const { contentType, text } = await renderMetrics();
  return { status: 200, type: contentType, text };
}

async function answerTo(request: IncomingMessage, parts: HttpServerParts): Promise<Answer> {
  const { url, method } = request;
  const path = url?.split('?')[0];
  if (method !== 'GET' && method !== 'HEAD') return json(405, { status: 'method not allowed' });
  if (path === '/health/live') return json(200, { status: 'live' });
  if (path === '/health/ready') return ready(parts);
  if (path === '/metrics') return metrics(request);
  return json(404, { status: 'not found' });
}

function send(response: ServerResponse, { status, type, text }: Answer): void {
  response.writeHead(status, {
    'content-type': type,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
  });
  response.end(text);
}

/** The HTTP server of a socket server that is a process of its own: sockets, health and metrics. It does not listen yet. */
export function createHttpServer(parts: HttpServerParts): Server {
  const server = createServer({
    headersTimeout: 10_000,
    requestTimeout: 30_000,
    maxHeaderSize: 16 * 1024,
    // Longer than the 60 s for which balancers keep a connection: one that this side closes first loses a request.
    keepAliveTimeout: 65_000,
    connectionsCheckingInterval: 2_000,
  });
  server.on('request', (request, response) => {
    answerTo(request, parts).then(
      (answer) => send(response, answer),
      () => send(response, json(500, { status: 'failed' })),
    );
  });
  server.on('upgrade', (request, socket, head) => parts.ws.handleUpgrade(request, socket, head));
  return server;
}
