import type { IncomingMessage, ServerResponse } from 'node:http';
import { judgeMetricsRequest } from '@parley/auth/metrics-access';
import { renderMetrics } from '@parley/telemetry/metrics';

const refusals = {
  401: 'Bring the token that METRICS_TOKEN holds.\n',
  403: 'Metrics are for this machine alone. METRICS_TOKEN lets others read them.\n',
} as const;

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const verdict = judgeMetricsRequest(request);
  const headers = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' };
  if (verdict !== 200) {
    response.writeHead(verdict, headers).end(refusals[verdict]);
    return;
  }
  const { contentType, text } = await renderMetrics();
  response.writeHead(200, { ...headers, 'content-type': contentType }).end(text);
}

/**
 * Answers GET `/metrics` for those who may read it and says true; false for any other request, which it leaves alone. Here
 * the socket is in sight, which tells who is on this machine.
 */
export function answerMetrics(request: IncomingMessage, response: ServerResponse): boolean {
  const path = request.url?.split('?')[0];
  if (path !== '/metrics' || (request.method !== 'GET' && request.method !== 'HEAD')) return false;
  answer(request, response).catch(() => response.destroy());
  return true;
}
