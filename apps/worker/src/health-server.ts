import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { judgeMetricsRequest } from '@parley/auth/metrics-access';
import { prepared } from '@parley/db/query';
import { renderMetrics } from '@parley/telemetry/metrics';

const ping = prepared<{ alive: number }>({ name: 'worker_ready', text: 'SELECT 1 AS alive' });

const metricsRefused = {
  401: 'Bring the token that METRICS_TOKEN holds.',
  403: 'Metrics are for this machine alone. METRICS_TOKEN lets others read them.',
} as const;

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

function json(status: number, body: object): Answer {
  return { status, type: 'application/json', text: JSON.stringify(body) };
}

async function ready(takesJobs: boolean): Promise<Answer> {
  const database = await ping([]).then(
    () => true,
    () => false,
  );
  const isReady = database && takesJobs;
  return json(isReady ? 200 : 503, { status: isReady ? 'ready' : 'unavailable', database, jobs: takesJobs });
}

async function metrics(request: IncomingMessage): Promise<Answer> {
  const verdict = judgeMetricsRequest(request);
  if (verdict !== 200) return json(verdict, { status: metricsRefused[verdict] });
  const { contentType, text } = await renderMetrics();
  return { status: 200, type: contentType, text };
}

async function answerTo(request: IncomingMessage, takesJobs: () => boolean): Promise<Answer> {
  const path = request.url?.split('?')[0];
  if (request.method !== 'GET' && request.method !== 'HEAD') return json(405, { status: 'method not allowed' });
  if (path === '/health/live') return json(200, { status: 'live' });
  if (path === '/health/ready') return ready(takesJobs());
  if (path === '/metrics') return metrics(request);
  return json(404, { status: 'not found' });
}

function send(response: ServerResponse, { status, type, text }: Answer): void {
  const headers = { 'content-type': type, 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };
  response.writeHead(status, headers).end(text);
}

/** What a worker says of itself over HTTP: health and metrics. It does not listen yet. */
export function createHealthServer(takesJobs: () => boolean): Server {
  return createServer(
    { headersTimeout: 10_000, requestTimeout: 30_000, keepAliveTimeout: 65_000 },
    (request, response) => {
      answerTo(request, takesJobs).then(
        (answer) => send(response, answer),
        () => send(response, json(500, { status: 'failed' })),
      );
    },
  );
}
