import type { IncomingMessage, ServerResponse } from 'node:http';
import { prepared } from '@parley/db/query';

const ping = prepared<{ alive: number }>({ name: 'health', text: 'SELECT 1 AS alive' });

export type Phase = 'starting' | 'open' | 'closing';

async function databaseAnswers(): Promise<boolean> {
  try {
    return (await ping([])).length === 1;
  } catch {
    return false;
  }
}

function answer(response: ServerResponse, ready: boolean, body: Record<string, unknown>): void {
  response.writeHead(ready ? 200 : 503, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify(body));
}

/**
 * Answers `/health/live` (the process turns) and `/health/ready` (it takes work and its database answers) and says true;
 * false for any other path, which it leaves alone.
 */
export function answerHealth(request: IncomingMessage, response: ServerResponse, phase: Phase): boolean {
  const path = request.url?.split('?')[0];
  if (path === '/health/live') {
    answer(response, true, { status: 'live' });
    return true;
  }
  if (path !== '/health/ready') return false;
  if (phase !== 'open') {
    answer(response, false, { status: phase });
    return true;
  }
  void databaseAnswers().then((database) => {
    answer(response, database, { status: database ? 'ready' : 'unavailable', database });
  });
  return true;
}
